import PlumblineCommands

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

exit(Plumbline.run(Array(CommandLine.arguments.dropFirst())))

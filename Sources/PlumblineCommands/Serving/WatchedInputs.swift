import Configuration
import Delivery
import Plan
import Rendering

/// Everything in a folder that a build of its site reads, by what changes with each change of it. Several looks a second
/// cost less than they are worth, and see what no notification tells: on network folders, in containers, through links.
struct WatchedInputs {
    /// As it was given.
    let folder: String
    /// Overrides the settings.
    let output: String?
    /// Whether another folder's settings name this one.
    var isPlanOfPortfolio = false

    /// With nil for what should be there and is not. What cannot be used is watched too: it will be mended.
    func versions() -> [String: FileSystem.Version?] {
        var loader = SettingsLoader(roots: knownRoots([folder]))
        let path = joined(folder, settingsName)
        let settings = InputFiles.kind(of: path) == nil ? nil : try? loader.load(path, isNamed: false)
        var names = [path] + loader.files
        let configuration = settings?.configuration
        let site = output ?? configuration?.output.map { normalized(joined(folder, $0)) } ?? defaultOutput
        let search = DocumentSearch(folder: folder, output: site)
        let patterns = configuration?.documents ?? []
        let documents = patterns.isEmpty ? try? search.documents(named: "") : try? search.documents(matching: patterns)
        names += (documents ?? []).map(\.path)
        let updates = configuration?.updates ?? ["**/updates/*.md"]
        for pattern in updates + (configuration?.metrics ?? []) + (configuration?.results ?? []) {
            names += ((try? matchingFiles(pattern, in: folder)) ?? []).map { joined(folder, $0) }
        }
        if let templates = configuration?.templates.map({ joined(folder, $0) }) {
            names.append(templates)
            names += ((try? InputFiles.names(in: templates)) ?? []).filter(Templates.isTemplate).map {
                joined(templates, $0)
            }
        }
        var versions = Dictionary(
            names.map { ($0, (try? FileSystem.attributes($0, followingLinks: true))?.version) },
            uniquingKeysWith: { first, _ in first })
        // Of a portfolio every plan; a plan that names plans itself keeps the site from being built.
        for plan in configuration?.plans ?? [] where !isPlanOfPortfolio {
            let inputs = WatchedInputs(folder: joined(folder, plan.value), output: site, isPlanOfPortfolio: true)
            versions.merge(inputs.versions()) { first, _ in first }
        }
        return versions
    }
}

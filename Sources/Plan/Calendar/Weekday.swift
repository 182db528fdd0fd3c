/// The days of the week by name.
package enum Weekday {
    /// 1 for Monday to 7 for Sunday; nil for any other word, and for one that is a month in another language.
    package static func number(_ word: String) -> Int? { numbers[word] }

    /// `Tuesday`.
    package static func name(_ number: Int) -> String {
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        return names[(number + 6) % 7]
    }

    /// English, German, Spanish and French. `Mar` is March as well as martes and mardi.
    private static let numbers: [String: Int] = {
        let lists = [
            "mon monday mo montag lun lunes lundi", "tue tues tuesday di dienstag martes mardi",
            "wed wednesday mi mittwoch mié mie miércoles mer mercredi",
            "thu thur thurs thursday do donnerstag jue jueves jeu jeudi",
            "fri friday fr freitag vie viernes ven vendredi",
            "sat saturday sa samstag sonnabend sáb sab sábado sam samedi",
            "sun sunday so sonntag dom domingo dim dimanche",
        ]
        var numbers: [String: Int] = [:]
        for (index, list) in lists.enumerated() {
            for word in list.split(separator: " ") { numbers[String(word)] = index + 1 }
        }
        return numbers
    }()
}

using Crm.Testing;

namespace Crm.Domain.Tests.Interactions.Mail.Replies;

/// <summary>How mail programs speak in one language, and what a customer answers in it.</summary>
internal sealed record ReplyLanguage(string Name, IReadOnlyDictionary<string, string> Words)
{
    public string this[string key] => Words[key];

    public static string Folder => RepositoryRoot.Combine("tests/Crm.Domain.Tests/Interactions/Mail/Replies");

    public static IReadOnlyList<ReplyLanguage> All { get; } =
    [
        .. File.ReadAllText(Path.Combine(Folder, "languages.txt")).Split('[', StringSplitOptions.RemoveEmptyEntries).Select(section =>
        {
            var lines = section.Split('\n', StringSplitOptions.RemoveEmptyEntries);
            return new ReplyLanguage(lines[0].TrimEnd(']'), lines.Skip(1).Select(line => line.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal));
        }),
    ];

    /// <summary>The block of fields as Outlook writes it.</summary>
    public string Block(string format)
    {
        var names = this["fields"].Split('|');
        string[] values = ["Ada Berg <ada@shop.example>", "12.11.2026 10:05", "Max Holm", "Re: 4711"];
        return string.Join('\n', names.Zip(values, (name, value) => string.Format(System.Globalization.CultureInfo.InvariantCulture, format, name, value)));
    }
}

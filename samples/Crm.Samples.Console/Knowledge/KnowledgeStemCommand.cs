using System.CommandLine;
using Crm.Domain.Knowledge;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Knowledge;

/// <summary><c>crm knowledge stem LANGUAGE FILE</c>: the stem of each line. Needs no database.</summary>
internal static class KnowledgeStemCommand
{
    private static readonly Dictionary<string, string> s_languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["en"] = "en", ["es"] = "es", ["it"] = "it", ["ro"] = "ro", ["sv"] = "sv",
        ["english"] = "en", ["spanish"] = "es", ["italian"] = "it", ["romanian"] = "ro", ["swedish"] = "sv",
    };

    public static Command Create()
    {
        var language = new Argument<string>("LANGUAGE") { Description = "The language: en, es, it, ro or sv." };
        var file = new Argument<string>("FILE") { Description = "A text with one word a line; - for stdin." };
        return new Command("stem", "Print the stem of each line.").With(language, file).Does((run, _) =>
        {
            var (tag, source) = (run.Get(language).OneOf("LANGUAGE", s_languages), TextSource.Of(run.Get(file)));
            var stems = source.Read(reader => Stems(reader, tag, source.Name));
            run.Output.Write(new { Language = tag, Stems = stems }, report => report.Lines(stems));
            return Task.CompletedTask;
        });
    }

    private static List<string> Stems(TextReader reader, string language, string file)
    {
        var stems = new List<string>();
        while (reader.ReadLine() is { } word)
        {
            try
            {
                stems.Add(WordStems.Of(language, word.Trim()));
            }
            catch (ArgumentException)
            {
                throw CommandFailure.Input("LineUnusable", "This is no well-formed text.", file, stems.Count + 1);
            }
        }

        return stems;
    }
}

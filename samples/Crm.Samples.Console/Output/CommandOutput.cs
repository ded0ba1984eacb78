using Spectre.Console;

namespace Crm.Samples.Console.Output;

/// <summary>Prints what a command found: one JSON document, or a short report for people.</summary>
internal sealed class CommandOutput(bool asJson)
{
    private const int WidthOfFiles = 1_000;

    private readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings
    {
        Out = new AnsiConsoleOutput(System.Console.Out),
        Ansi = System.Console.IsOutputRedirected ? AnsiSupport.No : AnsiSupport.Detect,
    });

    public bool AsJson => asJson;

    public void Write(object document, Action<Report> people)
    {
        if (asJson)
        {
            JsonText.Write(System.Console.Out, document);
            return;
        }

        if (System.Console.IsOutputRedirected)
        {
            _console.Profile.Width = WidthOfFiles;
        }

        people(new Report(_console));
    }

    /// <summary>Something to know that is no part of the answer.</summary>
    public static void Notice(string text) => System.Console.Error.WriteLine(PlainText.Of(text));
}

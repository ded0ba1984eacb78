using System.CommandLine;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;

namespace Crm.Samples.Console.CommandLine;

/// <summary>What a command line says that no command understands.</summary>
internal static partial class WrongUsage
{
    // No option is as long as this, and tokens of links, one in 64 of which begins with a hyphen, are longer.
    private const int LongestOption = 40;

    public static IReadOnlyList<Problem> Of(ParseResult parsed)
    {
        // An argument that takes any number of values would take a mistyped option too.
        var unknown = parsed.UnmatchedTokens.Concat(
            parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash) ? [] : parsed.CommandResult.Children.OfType<ArgumentResult>().SelectMany(a => a.Tokens)
                .Select(t => t.Value).Where(v => v.Length is > 1 and < LongestOption && v.StartsWith('-'))).ToList();
        var messages = unknown.Count > 0
            ? unknown.Select(u => $"There is no command or option {u} here.")
            : parsed.Errors.Select(e => NumberExpected().Replace(e.Message, ": a number is expected."));
        return [.. messages.Select(m => new Problem("WrongUsage", $"{m} See {PathOf(parsed)} --help."))];
    }

    // Every option that is read as something else than text is a number; its .NET type says nothing to people.
    [GeneratedRegex(@" as expected type '.*'\.")]
    private static partial Regex NumberExpected();

    private static string PathOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var result = parsed.CommandResult; result is not null; result = result.Parent as CommandResult)
        {
            names.Push(result.Command is RootCommand ? "crm" : result.Command.Name);
        }

        return string.Join(' ', names);
    }
}

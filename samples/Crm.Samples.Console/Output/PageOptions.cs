using System.CommandLine;
using Crm.Domain.Primitives;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Output;

/// <summary>Which page of a list: <c>--take N --after KEY</c>.</summary>
internal sealed class PageOptions
{
    private readonly Option<int> _take = new("--take") { Description = "Rows of a page, at most 1000.", DefaultValueFactory = _ => 50 };
    private readonly Option<string?> _after = new("--after") { Description = "Continue after this key, the \"next\" of the page before.", HelpName = "KEY" };

    public IEnumerable<Symbol> All => [_take, _after];

    public PageRequest Read(Run run) => new()
    {
        Take = Rows("--take", run.Get(_take)),
        After = run.Get(_after) is { } after
            ? PageKey.TryParse(after) ?? throw CommandFailure.Usage($"--after {after}: the \"next\" of the page before is expected.")
            : null,
    };

    public static int Rows(string option, int rows) =>
        rows is >= 1 and <= PageRequest.MaxTake ? rows : throw CommandFailure.Usage($"{option} {rows}: 1 to {PageRequest.MaxTake} is expected.");
}

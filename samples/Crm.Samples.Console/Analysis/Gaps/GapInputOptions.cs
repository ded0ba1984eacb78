using System.CommandLine;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>Where needs, names of products and segments come from.</summary>
internal sealed class GapInputOptions
{
    private readonly Option<string?> _needs = new("--needs") { Description = "Needs: columns text, and customer, id, kind (requirement or search) where known.", HelpName = "FILE" };
    private readonly Option<string?> _products = new("--products") { Description = "What is offered: columns product, name.", HelpName = "FILE" };
    private readonly Option<string?> _segments = new("--segments") { Description = "Segments: columns customer, segment.", HelpName = "FILE" };
    private readonly Option<string> _language = new("--language") { Description = "Language of the needs and names.", DefaultValueFactory = _ => "en", HelpName = "xx" };

    public IEnumerable<Symbol> All => [_needs, _products, _segments, _language];

    public GapSources Read(Run run) => new(run.Get(_needs), run.Get(_products), run.Get(_segments), run.Get(_language) ?? "en");
}

/// <summary>The files, where they are named, and the language.</summary>
internal sealed record GapSources(string? Needs, string? Products, string? Segments, string Language);

using System.CommandLine;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Analysis;

/// <summary>Where lessons and consent come from.</summary>
internal sealed class EducationInputOptions
{
    private readonly Option<string?> _lessons = new("--lessons") { Description = "What to teach: columns product, item. By default the published knowledge items of the database that name a product.", HelpName = "FILE" };
    private readonly Option<string?> _consents = new("--consents") { Description = "Who may be told: column customer. By default the customers of the database who agreed.", HelpName = "FILE" };
    private readonly Option<bool> _everything = new("--without-lesson") { Description = "Also products that there is nothing to teach about." };
    private readonly Option<string> _channel = new("--channel") { Description = "With a database, by which channel customers would be told.", DefaultValueFactory = _ => "email", HelpName = "KEY" };

    public IEnumerable<Symbol> All => [_lessons, _consents, _everything, _channel];

    public EducationSources Read(Run run, AnalysisRequest request)
    {
        var sources = new EducationSources(run.Get(_lessons), run.Get(_consents), run.Get(_everything), run.Get(_channel)!);
        return request.Files.Length == 0 || sources.Consents is not null ? sources : throw CommandFailure.Usage("--consents: a file of who may be told is expected, since purchase files do not say it.");
    }
}

/// <summary>The files, where they are named.</summary>
internal sealed record EducationSources(string? Lessons, string? Consents, bool IncludeWithoutLesson, string Channel);

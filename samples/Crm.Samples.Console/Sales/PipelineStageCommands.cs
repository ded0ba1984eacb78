using System.CommandLine;
using Crm.Domain.Criteria;
using Crm.Domain.Primitives;
using Crm.Domain.Sales;
using Crm.Samples.Console.CommandLine;
using Crm.Samples.Console.Input;

namespace Crm.Samples.Console.Sales;

/// <summary><c>crm pipeline stage …</c>: the stages of a pipeline.</summary>
internal static class PipelineStageCommands
{
    private static readonly Option<string?> s_pipeline = new("--pipeline") { Description = SalesTexts.PipelineKeys };
    private static readonly Argument<string> s_key = new("STAGE") { Description = "The stage's key." };
    private static readonly Option<string?> s_name = new("--name") { Description = "The name for people." };
    private static readonly Option<string?> s_probability = new("--probability") { Description = "The probability of winning, such as 0.25." };
    private static readonly Option<string?> s_category = new("--category") { Description = "How deals in it are counted on: pipeline, best-case, commit, omitted." };
    private static readonly Option<string[]> s_require = new("--require") { Description = "What has to be filled in before a deal enters, such as amount or close-date.", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> s_condition = new("--condition") { Description = "A JSON file: what has to hold before a deal enters." };
    private static readonly Option<string?> s_maxAge = new("--max-age") { Description = "After how long in it a deal is rotting, such as 30d." };

    public static Command Create() => new Command("stage", "The stages of a pipeline.").With(
        Add(),
        Edit(),
        Verb("retire", "Let no deal enter it any more.", (doors, id, key, token) => doors.RetireStageAsync(id, key, null, token)),
        Verb("restore", "Let deals enter it again.", (doors, id, key, token) => doors.RestoreStageAsync(id, key, null, token)),
        Verb("remove", "Remove it for good, where no deal ever was in it.", (doors, id, key, token) => doors.RemoveStageAsync(id, key, null, token)),
        Order());

    private static Command Add()
    {
        var kind = new Option<string>("--state") { Description = "open, won or lost.", DefaultValueFactory = _ => "open" };
        var position = new Option<int?>("--position") { Description = "Its place, from 1; the last when left out." };
        return Of("add", "Add a stage.", (run, doors, pipeline, token) =>
        {
            var (key, state) = (run.Get(s_key), SalesTexts.Choice<StageCategory>(run.Get(kind)!, kind.Name));
            return doors.AddStageAsync(pipeline.Id, new StageDefinition(key, run.Get(s_name) ?? key, state) { Settings = Settings(run, new StageSettings()) }, run.Get(position), null, token);
        }).With(s_key, kind, position, s_name, s_probability, s_category, s_require, s_condition, s_maxAge);
    }

    private static Command Edit() => Of("change", "Change name and rules of a stage; what is not given stays.", (run, doors, pipeline, token) =>
    {
        var stage = pipeline.Find(run.Get(s_key)).OrFail(CrmErrorDescriber.Default.StageNotInPipeline(run.Get(s_key), pipeline.Name));
        var now = new StageSettings
        {
            Probability = stage.Probability, ForecastCategory = stage.ForecastCategory, Required = stage.Required, MaxAge = stage.MaxAge, Condition = stage.Condition is { } json ? Criterion.Parse(json).OrFail() : null,
        };
        return doors.ChangeStageAsync(pipeline.Id, stage.Key, run.Get(s_name) ?? stage.Name, Settings(run, now), null, token);
    }).With(s_key, s_name, s_probability, s_category, s_require, s_condition, s_maxAge);

    private static Command Order()
    {
        var keys = new Argument<string[]>("STAGE…") { Description = "All keys, in the new order.", Arity = ArgumentArity.OneOrMore };
        return Of("order", "Put all stages in an order.", (run, doors, pipeline, token) => doors.ReorderAsync(pipeline.Id, run.Get(keys), null, token)).With(keys);
    }

    private static Command Verb(string verb, string description, Func<Pipelines, PipelineId, string, CancellationToken, Task<CrmResult<Pipeline>>> act) =>
        Of(verb, description, (run, doors, pipeline, token) => act(doors, pipeline.Id, run.Get(s_key), token)).With(s_key);

    private static Command Of(string verb, string description, Func<Run, Pipelines, Pipeline, CancellationToken, Task<CrmResult<Pipeline>>> act) =>
        new Command(verb, description).With(s_pipeline).Does((run, token) => run.WithCrmAsync(
            async session =>
            {
                var pipeline = await session.PipelineAsync(run.Get(s_pipeline), token);
                var changed = await act(run, session.Get<Pipelines>(), pipeline, token).OrFail();
                await session.SaveAsync(token);
                SalesRows.Print(run, changed);
            },
            token));

    private static StageSettings Settings(Run run, StageSettings settings) => settings with
    {
        Probability = run.Get(s_probability) is { } probability ? SalesTexts.Fraction(probability, s_probability.Name) ?? 0 : settings.Probability,
        ForecastCategory = run.Get(s_category) is { } category ? SalesTexts.Choice<ForecastCategory>(category, s_category.Name) : settings.ForecastCategory,
        Required = run.Get(s_require) is { Length: > 0 } required ? [.. required.Select(r => SalesTexts.Choice<OpportunityField>(r, s_require.Name))] : settings.Required,
        Condition = run.Get(s_condition) is { } file ? Criterion.Parse(TextSource.Of(file).Read(text => text.ReadToEnd())).OrFail() : settings.Condition,
        MaxAge = run.Get(s_maxAge) is { } age ? DurationText.Parse(age, s_maxAge.Name) : settings.MaxAge,
    };
}

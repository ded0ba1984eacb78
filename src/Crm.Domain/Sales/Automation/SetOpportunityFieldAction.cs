using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Sales;

/// <summary>Moves an opportunity to another open stage, or says what is to be done next.</summary>
internal sealed class SetOpportunityFieldAction(IServiceProvider services) : IRuleAction
{
    private const string Stage = "stage";
    private const string NextStep = "nextStep";

    public string Name => RuleNotes.SetField;

    public string Kind => SubjectKinds.Opportunity;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [RuleNotes.OneOf(Stage, NextStep), RuleNotes.ToValue];

    public IReadOnlyList<string> Raises(RuleValues values) => [values.Text(RuleNotes.Field) == Stage ? "sales.opportunity-moved" : "sales.opportunity-next-step-planned"];

    // Which stages there are depends on the pipeline of the opportunity.
    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken) => Task.FromResult(RuleNotes.Nothing);

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var (id, value) = (OpportunityId.From(run.Subject!.Id), run.Values.Text(RuleNotes.Value)!);
        var pipeline = services.GetRequiredService<SalesPipeline>();
        if (run.Values.Text(RuleNotes.Field) == NextStep)
        {
            return await services.GetRequiredService<OpportunityDesk>().PlanNextStepAsync(id, value, null, null, cancellationToken).Note("next step is planned").ConfigureAwait(false);
        }

        return (await pipeline.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Stage == value
            ? RuleNotes.Already
            : await pipeline.MoveAsync(id, value, null, cancellationToken).Note($"stage is {value}").ConfigureAwait(false);
    }
}

using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Sales;

/// <summary>Says that a lead is worked on, or kept warm.</summary>
internal sealed class SetLeadFieldAction(IServiceProvider services, CrmErrorDescriber errors) : IRuleAction
{
    public string Name => RuleNotes.SetField;

    public string Kind => SubjectKinds.Lead;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [RuleNotes.OneOf("status"), RuleNotes.ToValue];

    public IReadOnlyList<string> Raises(RuleValues values) => ["sales.lead-moved"];

    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken) => Task.FromResult(
        RuleNotes.Suits(Wanted(values) is LeadStatus.Working or LeadStatus.Nurturing, errors, path, RuleNotes.Value, "one of working, nurturing"));

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var (desk, id, status) = (services.GetRequiredService<LeadDesk>(), LeadId.From(run.Subject!.Id), Wanted(run.Values)!.Value);
        return (await desk.FindAsync(id, cancellationToken).ConfigureAwait(false))?.Status == status
            ? RuleNotes.Already
            : await desk.MoveAsync(id, status, null, cancellationToken).Note($"status is {status}").ConfigureAwait(false);
    }

    private static LeadStatus? Wanted(RuleValues values) => RuleNotes.Member<LeadStatus>(values.Text(RuleNotes.Value));
}

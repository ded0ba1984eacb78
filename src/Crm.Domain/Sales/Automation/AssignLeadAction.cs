using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Sales;

/// <summary>Gives a lead to somebody.</summary>
internal sealed class AssignLeadAction(IServiceProvider services) : IRuleAction
{
    public string Name => RuleNotes.Assign;

    public string Kind => SubjectKinds.Lead;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [RuleNotes.ToUser];

    public IReadOnlyList<string> Raises(RuleValues values) => ["sales.lead-assigned"];

    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken) => Task.FromResult(RuleNotes.Nothing);

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var (desk, id, to) = (services.GetRequiredService<LeadDesk>(), LeadId.From(run.Subject!.Id), run.Values.Text(RuleNotes.To));
        return (await desk.FindAsync(id, cancellationToken).ConfigureAwait(false))?.OwnerId == to
            ? RuleNotes.Already
            : await desk.AssignAsync(id, to, null, cancellationToken).Note($"assigned to {to}").ConfigureAwait(false);
    }
}

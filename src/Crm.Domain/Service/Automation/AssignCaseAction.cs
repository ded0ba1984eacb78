using Crm.Domain.Automation;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Service;

/// <summary>Gives a case to an agent, with its work.</summary>
internal sealed class AssignCaseAction(IServiceProvider services) : IRuleAction
{
    public string Name => RuleNotes.Assign;

    public string Kind => SubjectKinds.Case;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [RuleNotes.ToUser];

    public IReadOnlyList<string> Raises(RuleValues values) => ["service.case-assigned"];

    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken) => Task.FromResult(RuleNotes.Nothing);

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var (desk, id, to) = (services.GetRequiredService<ServiceDesk>(), ServiceCaseId.From(run.Subject!.Id), run.Values.Text(RuleNotes.To));
        return (await desk.FindAsync(id, cancellationToken).ConfigureAwait(false))?.AssigneeId == to
            ? RuleNotes.Already
            : await desk.AssignAsync(id, to, null, cancellationToken).Note($"assigned to {to}").ConfigureAwait(false);
    }
}

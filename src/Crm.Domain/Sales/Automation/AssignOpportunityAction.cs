using Crm.Domain.Automation;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Domain.Sales;

/// <summary>Gives an opportunity to somebody.</summary>
internal sealed class AssignOpportunityAction(IServiceProvider services) : IRuleAction
{
    private const string Team = "team";

    public string Name => RuleNotes.Assign;

    public string Kind => SubjectKinds.Opportunity;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [RuleNotes.ToUser, new(Team, FieldType.Text) { MaxLength = 100 }];

    public IReadOnlyList<string> Raises(RuleValues values) => ["sales.opportunity-assigned"];

    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken) => Task.FromResult(RuleNotes.Nothing);

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var (id, to) = (OpportunityId.From(run.Subject!.Id), run.Values.Text(RuleNotes.To));
        var standing = await services.GetRequiredService<SalesPipeline>().FindAsync(id, cancellationToken).ConfigureAwait(false);
        var team = run.Values.Text(Team) ?? standing?.TeamId;
        return standing is not null && standing.OwnerId == to && standing.TeamId == team
            ? RuleNotes.Already
            : await services.GetRequiredService<OpportunityDesk>().AssignAsync(id, to, team, null, cancellationToken).Note($"assigned to {to}").ConfigureAwait(false);
    }
}

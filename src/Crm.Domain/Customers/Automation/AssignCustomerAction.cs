using Crm.Domain.Automation;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Domain.Customers;

/// <summary>Gives a customer to a specialist.</summary>
internal sealed class AssignCustomerAction(CustomerCare care, ICustomerStore customers) : IRuleAction
{
    private const string Team = "team";

    public string Name => RuleNotes.Assign;

    public string Kind => SubjectKinds.Customer;

    public IReadOnlyList<RuleParameter> Parameters { get; } = [RuleNotes.ToUser, new(Team, FieldType.Text) { MaxLength = 100 }];

    public IReadOnlyList<string> Raises(RuleValues values) => ["customers.customer-assigned"];

    public Task<IReadOnlyList<CrmError>> CheckAsync(RuleValues values, string path, CancellationToken cancellationToken) => Task.FromResult(RuleNotes.Nothing);

    public async Task<CrmResult<string>> RunAsync(RuleActionRun run, CancellationToken cancellationToken)
    {
        var (id, to) = (CustomerId.From(run.Subject!.Id), run.Values.Text(RuleNotes.To));
        var standing = await customers.FindAsync(id, cancellationToken).ConfigureAwait(false);
        var team = run.Values.Text(Team) ?? standing?.TeamId;
        return standing is not null && standing.SpecialistId == to && standing.TeamId == team
            ? RuleNotes.Already
            : await care.AssignAsync(id, to, null, team, null, cancellationToken).Note($"assigned to {to}").ConfigureAwait(false);
    }
}

using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Customers;

public sealed partial class Person
{
    private static readonly MergeField[] s_personFields =
    [
        new(MergeFields.Name, c => ((Person)c).Name.Full, c => PartsOf((Person)c), (into, from, _) =>
        {
            var (person, other) = ((Person)into, (Person)from);
            person.TakeName(other.Name);
            person.SetName(other.Name.Full);
        }),
        new(
            MergeFields.BirthDate,
            c => ((Person)c).BirthDate is { } date ? LocalDatePattern.Iso.Format(date) : null,
            _ => 1,
            (into, from, _) => ((Person)into).BirthDate = ((Person)from).BirthDate),
    ];

    private protected override IEnumerable<MergeField> KindFields => s_personFields;

    /// <summary>Lets a membership go where two organisations that become one are the same place twice.</summary>
    internal void UniteOrganisations(CustomerId survivorId, CustomerId absorbedId, Instant now)
    {
        var kept = _memberships.Find(m => m.IsActive && m.OrganisationId == survivorId)!;
        var gone = _memberships.Find(m => m.IsActive && m.OrganisationId == absorbedId)!;
        _memberships.Remove(gone);
        if (gone.IsPrimary)
        {
            Prefer(kept);
        }

        Raise(new MembershipRemoved(Id, gone.Id, gone.OrganisationId, now));
    }

    private protected override void AbsorbKind(Customer absorbed, Instant now)
    {
        foreach (var membership in ((Person)absorbed)._memberships.OrderBy(m => m.RecordedAt).ThenBy(m => m.Id)
            .Where(m => !m.IsActive || CanJoin(m.OrganisationId).IsPermitted).ToList())
        {
            _memberships.Add(membership.Copy(now));
        }

        SettlePrimaryMembership();
    }

    private protected override void SeparateKind() => SettlePrimaryMembership();

    private static int PartsOf(Person person) =>
        new[] { person.Name.Prefix, person.Name.Given, person.Name.Middle, person.Name.Family, person.Name.Suffix, person.Name.Nickname }.Count(p => p is not null);
}

using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

public abstract partial class Customer
{
    private readonly List<ContactPoint> _contactPoints = [];

    /// <summary>How the customer is reached: the primary of each kind and others.</summary>
    public IReadOnlyList<ContactPoint> ContactPoints => _contactPoints;

    /// <summary>The preferred contact point of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The contact point; null when the customer has none of this kind.</returns>
    public ContactPoint? PrimaryContactPoint(ContactPointKind kind) => _contactPoints.Find(p => p.Kind == kind && p.IsPrimary);

    /// <summary>Whether an e-mail address can be added.</summary>
    /// <param name="email">The address.</param>
    /// <returns>The ruling; refused with <c>ContactPointAlreadyPresent</c>.</returns>
    public CrmRuling CanAddEmail(EmailAddress email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return CanAdd(ContactPointKind.Email, ContactPoint.KeyOf(email));
    }

    /// <summary>Adds an e-mail address; the first of its kind becomes primary.</summary>
    /// <param name="email">The address.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has it already.</exception>
    public void AddEmail(EmailAddress email, Instant now)
    {
        CanAddEmail(email).Demand();
        Add(ContactPointKind.Email, email.Value, ContactPoint.KeyOf(email), now);
    }

    /// <summary>Whether a number can be added.</summary>
    /// <param name="phone">The number.</param>
    /// <param name="kind">Phone, mobile or fax.</param>
    /// <returns>The ruling; refused with <c>ContactPointAlreadyPresent</c>.</returns>
    public CrmRuling CanAddPhone(PhoneNumber phone, ContactPointKind kind = ContactPointKind.Phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return CanAdd(NumberKind(kind), ContactPoint.KeyOf(phone));
    }

    /// <summary>Adds a number; the first of its kind becomes primary.</summary>
    /// <param name="phone">The number.</param>
    /// <param name="now">The current instant.</param>
    /// <param name="kind">Phone, mobile or fax.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> takes no number.</exception>
    /// <exception cref="CrmRuleException">The customer has it already.</exception>
    public void AddPhone(PhoneNumber phone, Instant now, ContactPointKind kind = ContactPointKind.Phone)
    {
        CanAddPhone(phone, kind).Demand();
        Add(kind, phone.ToString(), ContactPoint.KeyOf(phone), now);
    }

    /// <summary>Whether a contact point of this customer is known under an id.</summary>
    /// <param name="id">The contact point.</param>
    /// <returns>The ruling; refused with <c>ContactPointNotFound</c>.</returns>
    public CrmRuling CanChangeContactPoint(ContactPointId id) => FindContactPoint(id) is null
        ? CrmRuling.Refused(e => e.ContactPointNotFound(id.ToString()))
        : CrmRuling.Permitted;

    /// <summary>Whether a contact point can be preferred among those of its kind.</summary>
    /// <param name="id">The contact point.</param>
    /// <returns>The ruling; refused with <c>ContactPointNotFound</c>, or <c>ContactPointInvalid</c> while a valid one of its kind exists.</returns>
    public CrmRuling CanMakeContactPointPrimary(ContactPointId id) => CanChangeContactPoint(id).Then(
        FindContactPoint(id) is { IsInvalid: true } chosen && _contactPoints.Exists(p => p.Kind == chosen.Kind && !p.IsInvalid)
            ? CrmRuling.Refused(e => e.ContactPointInvalid(chosen.Value))
            : CrmRuling.Permitted);

    /// <summary>Prefers a contact point among those of its kind.</summary>
    /// <param name="id">The contact point.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no such contact point, or it is invalid while a valid one exists.</exception>
    public void MakeContactPointPrimary(ContactPointId id, Instant now)
    {
        CanMakeContactPointPrimary(id).Demand();
        var chosen = FindContactPoint(id)!;
        Prefer(chosen);
        Raise(new PrimaryContactPointChanged(Id, id, chosen.Kind, now));
    }

    /// <summary>Removes a contact point; the oldest other one of its kind becomes primary if this was, a valid one before an invalid one.</summary>
    /// <param name="id">The contact point.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no such contact point.</exception>
    public void RemoveContactPoint(ContactPointId id, Instant now)
    {
        CanChangeContactPoint(id).Demand();
        var removed = FindContactPoint(id)!;
        _contactPoints.Remove(removed);
        SettlePrimary(removed.Kind);

        Raise(new ContactPointRemoved(Id, id, removed.Kind, now));
    }

    private static ContactPointKind NumberKind(ContactPointKind kind) =>
        Guard.Defined(kind) == ContactPointKind.Email
            ? throw new ArgumentOutOfRangeException(nameof(kind), kind, "An e-mail address is no number.")
            : kind;

    private CrmRuling CanAdd(ContactPointKind kind, string key) => _contactPoints.Exists(p => p.Kind == kind && p.Key == key)
        ? CrmRuling.Refused(e => e.ContactPointAlreadyPresent(key))
        : CrmRuling.Permitted;

    private void Add(ContactPointKind kind, string value, string key, Instant now)
    {
        var point = new ContactPoint(ContactPointId.New(now), kind, value, key, isPrimary: false);
        _contactPoints.Add(point);
        SettlePrimary(kind);
        Raise(new ContactPointAdded(Id, point.Id, kind, value, now));
    }

    private void Prefer(ContactPoint chosen)
    {
        foreach (var point in _contactPoints.Where(p => p.Kind == chosen.Kind))
        {
            point.IsPrimary = point.Id == chosen.Id;
        }
    }

    /// <summary>Keeps the primary of a kind, unless there is none or it is invalid while a valid one exists: then the oldest best one follows.</summary>
    private void SettlePrimary(ContactPointKind kind)
    {
        var ofKind = _contactPoints.FindAll(p => p.Kind == kind);
        var best = ofKind.Find(p => p.IsPrimary);
        if ((best is null || (best.IsInvalid && ofKind.Exists(p => !p.IsInvalid))) && ofKind.OrderBy(p => p.IsInvalid).ThenBy(p => p.Id).FirstOrDefault() is { } heir)
        {
            Prefer(heir);
        }
    }

    private ContactPoint? FindContactPoint(ContactPointId id) => _contactPoints.Find(p => p.Id == id);
}

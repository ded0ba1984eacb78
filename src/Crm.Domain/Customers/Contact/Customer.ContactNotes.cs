using Crm.Domain.Primitives;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Customers;

public abstract partial class Customer
{
    /// <summary>Says what a contact point is used for.</summary>
    /// <param name="id">The contact point.</param>
    /// <param name="use">Work, home or other.</param>
    /// <param name="label">The customer's own name for it, one line; null for none.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no such contact point.</exception>
    /// <exception cref="ArgumentException">The label is too long or has control characters.</exception>
    public void DescribeContactPoint(ContactPointId id, ContactUse use, string? label, Instant now)
    {
        CanChangeContactPoint(id).Demand();
        var (named, point) = (Guard.OptionalLine(label, ContactPoint.MaxLabelLength), FindContactPoint(id)!);
        (point.Use, point.Label) = (Guard.Defined(use), named);
        Raise(new ContactPointDescribed(Id, id, use, now));
    }

    /// <summary>Notes that a contact point does not reach the customer. If it was primary, the oldest valid one of its kind follows.</summary>
    /// <param name="id">The contact point.</param>
    /// <param name="reason">Why, one line.</param>
    /// <param name="now">The current instant; kept as the first if it was invalid before.</param>
    /// <exception cref="CrmRuleException">The customer has no such contact point.</exception>
    /// <exception cref="ArgumentException">The reason is empty, too long, or has control characters.</exception>
    public void MarkContactPointInvalid(ContactPointId id, string reason, Instant now)
    {
        CanChangeContactPoint(id).Demand();
        var (why, point) = (Guard.Line(reason, ContactPoint.MaxLabelLength), FindContactPoint(id)!);
        (point.InvalidSince, point.InvalidReason) = (point.InvalidSince ?? now, why);
        SettlePrimary(point.Kind);
        Raise(new ContactPointInvalidated(Id, id, point.Kind, now));
    }

    /// <summary>Whether a contact point can be noted as good again.</summary>
    /// <param name="id">The contact point.</param>
    /// <returns>The ruling; refused with <c>ContactPointNotFound</c>, or <c>ContactPointNotInvalid</c>.</returns>
    public CrmRuling CanMarkContactPointValid(ContactPointId id) => CanChangeContactPoint(id).Then(
        FindContactPoint(id) is { IsInvalid: true } ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ContactPointNotInvalid(id.ToString())));

    /// <summary>Notes that a contact point reaches the customer again; it becomes primary if the primary is invalid.</summary>
    /// <param name="id">The contact point.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no such contact point, or it is not invalid.</exception>
    public void MarkContactPointValid(ContactPointId id, Instant now)
    {
        CanMarkContactPointValid(id).Demand();
        var point = FindContactPoint(id)!;
        (point.InvalidSince, point.InvalidReason) = (null, null);
        SettlePrimary(point.Kind);
        Raise(new ContactPointValidated(Id, id, point.Kind, now));
    }

    /// <summary>Whether the customer's refusal of advertising at one address can be noted.</summary>
    /// <param name="id">The contact point.</param>
    /// <returns>The ruling; refused with <c>ContactPointNotFound</c>, or <c>ContactPointAlreadyOptedOut</c>.</returns>
    public CrmRuling CanOptOutContactPoint(ContactPointId id) => CanChangeContactPoint(id).Then(
        FindContactPoint(id) is { IsOptedOut: true } ? CrmRuling.Refused(e => e.ContactPointAlreadyOptedOut(id.ToString())) : CrmRuling.Permitted);

    /// <summary>Notes that the customer wants no advertising at one address. It stays where it is; only advertising stops.</summary>
    /// <param name="id">The contact point.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no such contact point, or opted out before.</exception>
    public void OptOutContactPoint(ContactPointId id, Instant now)
    {
        CanOptOutContactPoint(id).Demand();
        var point = FindContactPoint(id)!;
        point.OptedOutSince = now;
        Raise(new ContactPointOptedOut(Id, id, point.Kind, now));
    }

    /// <summary>Whether a refusal of advertising at one address can be taken back.</summary>
    /// <param name="id">The contact point.</param>
    /// <returns>The ruling; refused with <c>ContactPointNotFound</c>, or <c>ContactPointNotOptedOut</c>.</returns>
    public CrmRuling CanOptInContactPoint(ContactPointId id) => CanChangeContactPoint(id).Then(
        FindContactPoint(id) is { IsOptedOut: true } ? CrmRuling.Permitted : CrmRuling.Refused(e => e.ContactPointNotOptedOut(id.ToString())));

    /// <summary>Takes the customer's refusal of advertising at one address back, at the customer's wish.</summary>
    /// <param name="id">The contact point.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no such contact point, or did not opt out.</exception>
    public void OptInContactPoint(ContactPointId id, Instant now)
    {
        CanOptInContactPoint(id).Demand();
        var point = FindContactPoint(id)!;
        point.OptedOutSince = null;
        Raise(new ContactPointOptedIn(Id, id, point.Kind, now));
    }

    /// <summary>Whether an e-mail address can take the place of a contact point.</summary>
    /// <param name="id">The contact point, of kind e-mail.</param>
    /// <param name="email">The new address.</param>
    /// <returns>The ruling; refused with <c>ContactPointNotFound</c>, or <c>ContactPointAlreadyPresent</c>.</returns>
    public CrmRuling CanReplaceEmail(ContactPointId id, EmailAddress email)
    {
        ArgumentNullException.ThrowIfNull(email);
        return CanReplace(id, isEmail: true, ContactPoint.KeyOf(email));
    }

    /// <summary>Corrects an e-mail address or replaces it by its successor; it keeps its place, use and label, and loses its flags.</summary>
    /// <param name="id">The contact point, of kind e-mail.</param>
    /// <param name="email">The new address; the same one in another notation is a correction too.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no such e-mail contact point, or has the new address already.</exception>
    public void ReplaceEmail(ContactPointId id, EmailAddress email, Instant now)
    {
        CanReplaceEmail(id, email).Demand();
        Replace(id, email.Value, ContactPoint.KeyOf(email), now);
    }

    /// <summary>Whether a number can take the place of a contact point.</summary>
    /// <param name="id">The contact point, not of kind e-mail.</param>
    /// <param name="phone">The new number.</param>
    /// <returns>The ruling; refused with <c>ContactPointNotFound</c>, or <c>ContactPointAlreadyPresent</c>.</returns>
    public CrmRuling CanReplacePhone(ContactPointId id, PhoneNumber phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return CanReplace(id, isEmail: false, ContactPoint.KeyOf(phone));
    }

    /// <summary>Corrects a number or replaces it by its successor; it keeps its place, use and label, and loses its flags.</summary>
    /// <param name="id">The contact point, not of kind e-mail.</param>
    /// <param name="phone">The new number.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">The customer has no such number, or has the new one already.</exception>
    public void ReplacePhone(ContactPointId id, PhoneNumber phone, Instant now)
    {
        CanReplacePhone(id, phone).Demand();
        Replace(id, phone.ToString(), ContactPoint.KeyOf(phone), now);
    }

    private CrmRuling CanReplace(ContactPointId id, bool isEmail, string key)
    {
        var point = FindContactPoint(id);
        return point is null || (point.Kind == ContactPointKind.Email) != isEmail
            ? CrmRuling.Refused(e => e.ContactPointNotFound(id.ToString()))
            : _contactPoints.Exists(p => p.Kind == point.Kind && p.Key == key && p.Id != id)
                ? CrmRuling.Refused(e => e.ContactPointAlreadyPresent(key))
                : CrmRuling.Permitted;
    }

    private void Replace(ContactPointId id, string value, string key, Instant now)
    {
        var point = FindContactPoint(id)!;
        point.Replace(value, key);
        SettlePrimary(point.Kind);
        Raise(new ContactPointReplaced(Id, id, point.Kind, value, now));
    }
}

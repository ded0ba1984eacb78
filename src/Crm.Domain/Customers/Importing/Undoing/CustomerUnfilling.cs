using Crm.Domain.Values;
using NodaTime;
using NodaTime.Text;

namespace Crm.Domain.Customers;

/// <summary>Takes back what <see cref="CustomerFilling"/> did, as far as it still stands.</summary>
internal static class CustomerUnfilling
{
    /// <summary>Takes changes back, the last one first.</summary>
    /// <returns>The fields that were changed since, and whether anything was taken back.</returns>
    public static (List<string> Kept, bool IsChanged) Undo(Customer customer, IReadOnlyList<ImportedChange> changes, Instant now)
    {
        var before = customer.Version;
        var kept = changes.Reverse().Where(change => !TryUndo(customer, change, now)).Select(change => change.Field).ToList();
        return (kept, customer.Version > before);
    }

    private static bool TryUndo(Customer customer, ImportedChange change, Instant now) => change.Field switch
    {
        CustomerFilling.Name => customer is Person person && If(ImportedValues.Of(person.Name) == change.After, () => person.Rename(ImportedValues.Name(change.Before!), now)),
        CustomerFilling.OrganisationName => customer is Organisation organisation && If(organisation.DisplayName == change.After, () => organisation.Rename(change.Before!, now)),
        CustomerFilling.BirthDate => customer is Person person && If(
            person.BirthDate is { } date && LocalDatePattern.Iso.Format(date) == change.After,
            () => person.SetBirthDate(change.Before is { } had ? LocalDatePattern.Iso.Parse(had).Value : null, now)),
        CustomerFilling.Language => If(customer.Language?.Value == change.After, () => customer.PreferLanguage(change.Before is { } had ? LanguageTag.Parse(had) : null, now)),
        CustomerFilling.ContactPoint => UndoContactPoint(customer, change, now),
        CustomerFilling.Address => UndoAddress(customer, change, now),
        CustomerFilling.PrimaryAddress => UndoPrimary(customer, change, now),
        CustomerFilling.Reference => ImportedValues.Reference(change.After!) is var reference && (!customer.CanRemoveReference(reference) || If(true, () => customer.RemoveReference(reference, now))),
        CustomerFilling.Tag => !customer.CanRemoveTag(change.After!) || If(true, () => customer.RemoveTag(change.After!, now)),
        _ => false,
    };

    private static bool UndoContactPoint(Customer customer, ImportedChange change, Instant now)
    {
        var id = ContactPointId.From(change.Part!.Value);
        var point = customer.ContactPoints.FirstOrDefault(p => p.Id == id);
        if (point is null)
        {
            return true;
        }

        // Who noted something of it, or prefers it, counts on it.
        var others = customer.ContactPoints.Where(p => p.Kind == point.Kind && p.Id != id);
        var isAsImported = point.Value == change.After && !point.IsInvalid && !point.IsOptedOut && (!point.IsPrimary || others.All(p => p.Id > id));
        return If(isAsImported, () => customer.RemoveContactPoint(id, now));
    }

    private static bool UndoAddress(Customer customer, ImportedChange change, Instant now)
    {
        var id = CustomerAddressId.From(change.Part!.Value);
        var address = customer.Addresses.FirstOrDefault(a => a.Id == id);
        if (address is null)
        {
            return change.Before is null;
        }

        var isAsImported = ImportedValues.Of(address.Address) == change.After;
        return change.Before is null
            ? If(isAsImported, () => customer.RemoveAddress(id, now))
            : If(isAsImported && address.IsPrimary, () => customer.SetAddress(address.Kind, ImportedValues.Address(change.Before), now));
    }

    // Where another address is preferred meanwhile, or the old one is gone, there is nothing to take back.
    private static bool UndoPrimary(Customer customer, ImportedChange change, Instant now)
    {
        var before = CustomerAddressId.From(change.Part!.Value);
        if (customer.CanChangeAddress(before) && customer.Addresses.Any(a => a.IsPrimary && a.Id.ToString() == change.After))
        {
            customer.MakeAddressPrimary(before, now);
        }

        return true;
    }

    private static bool If(bool stands, Action undo)
    {
        if (stands)
        {
            undo();
        }

        return stands;
    }
}

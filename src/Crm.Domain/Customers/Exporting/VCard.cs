using Crm.Domain.Primitives;
using NodaTime.Text;

namespace Crm.Domain.Customers;

/// <summary>Writes customers as vCards, the files that address books exchange (RFC 2426, RFC 6350).</summary>
public static class VCard
{
    private static readonly LocalDatePattern s_basicDate = LocalDatePattern.CreateWithInvariantCulture("uuuuMMdd");
    private static readonly InstantPattern s_basicInstant = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");
    private static readonly InstantPattern s_instant = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss'Z'");

    /// <summary>The card of a customer: names, contact points, addresses, birth date, tags, our id and the time of the last change.</summary>
    /// <param name="exported">The customer.</param>
    /// <param name="version">The version.</param>
    /// <returns>The card, with CR LF after each line; to be stored as UTF-8.</returns>
    public static string Of(ExportedCustomer exported, VCardVersion version = VCardVersion.Version4)
    {
        ArgumentNullException.ThrowIfNull(exported);
        var isFour = Guard.Defined(version) == VCardVersion.Version4;
        var (customer, lines) = (exported.Customer, new VCardLines());
        lines.Add("BEGIN", "VCARD");
        lines.Add("VERSION", isFour ? "4.0" : "3.0");
        if (isFour)
        {
            lines.Add("KIND", customer.Kind == CustomerKind.Organisation ? "org" : "individual");
        }

        lines.AddText("FN", customer.DisplayName);
        if (customer.Name is { } name)
        {
            lines.AddParts("N", name.Family, name.Given, name.Middle, name.Prefix, name.Suffix);
            lines.AddText("NICKNAME", name.Nickname);
        }
        else
        {
            // Version 3 demands a name in parts of an organisation too.
            if (!isFour)
            {
                lines.AddParts("N", customer.DisplayName, null, null, null, null);
            }

            lines.AddText("ORG", customer.DisplayName);
        }

        foreach (var point in customer.ContactPoints)
        {
            AddContactPoint(lines, point, isFour);
        }

        foreach (var address in customer.Addresses)
        {
            AddAddress(lines, address, isFour);
        }

        if (customer.BirthDate is { } birthDate)
        {
            lines.Add("BDAY", isFour ? s_basicDate.Format(birthDate) : LocalDatePattern.Iso.Format(birthDate));
        }

        if (isFour && customer.Language is { } language)
        {
            lines.Add("LANG", language.Value);
        }

        if (customer.Tags.Count > 0)
        {
            lines.Add("CATEGORIES", string.Join(',', customer.Tags.Select(VCardLines.Escaped)));
        }

        lines.Add("UID", $"urn:uuid:{customer.Id}");
        lines.Add("REV", (isFour ? s_basicInstant : s_instant).Format(exported.ChangedAt));
        lines.Add("END", "VCARD");
        return lines.ToString();
    }

    private static void AddContactPoint(VCardLines lines, ProfileContactPoint point, bool isFour)
    {
        var types = new List<string>();
        if (point.Use is ContactUse.Work or ContactUse.Home)
        {
            types.Add(point.Use == ContactUse.Work ? "work" : "home");
        }

        if (point.Kind == ContactPointKind.Email)
        {
            lines.Add(Named("EMAIL", isFour ? types : ["internet", .. types], point.IsPrimary, isFour), VCardLines.Escaped(point.Value));
            return;
        }

        types.Add(point.Kind switch
        {
            ContactPointKind.Mobile => "cell",
            ContactPointKind.Fax => "fax",
            _ => "voice",
        });
        lines.Add(Named(isFour ? "TEL;VALUE=uri" : "TEL", types, point.IsPrimary, isFour), isFour ? $"tel:{point.Value}" : VCardLines.Escaped(point.Value));
    }

    private static void AddAddress(VCardLines lines, ProfileAddress written, bool isFour)
    {
        var type = written.Label is "work" or "home" ? written.Label : !isFour && written.Kind == AddressKind.Shipping ? "parcel" : null;
        var address = written.Address;
        lines.AddParts(
            Named("ADR", type is null ? [] : [type], written.IsPrimary && written.Kind == AddressKind.Main, isFour),
            null, address.Line2, address.Line1, address.City, address.Region, address.PostalCode, address.Country?.Code);
    }

    private static string Named(string property, IReadOnlyList<string> types, bool isPreferred, bool isFour)
    {
        var all = isPreferred && !isFour ? [.. types, "pref"] : types;
        var named = all.Count == 0 ? property : isFour && all.Count > 1 ? $"{property};TYPE=\"{string.Join(',', all)}\"" : $"{property};TYPE={string.Join(',', all)}";
        return isPreferred && isFour ? $"{named};PREF=1" : named;
    }
}

using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>What address books call the kinds of numbers and addresses.</summary>
internal static class ContactTypes
{
    /// <summary>The kind of a number; null for one that nobody talks on, such as a pager.</summary>
    public static ContactPointKind? KindOf(string? type, ContactPointKind otherwise)
    {
        var text = FoldedText.Of(type ?? string.Empty);
        return Has(text, "pager") ? null
            : Has(text, "fax") ? ContactPointKind.Fax
            : Has(text, "mobil", "cell", "handy", "iphone") ? ContactPointKind.Mobile
            : otherwise;
    }

    /// <summary>Where it is used; what is not known becomes a label.</summary>
    public static (ContactUse Use, string? Label) UseOf(string? type, string use)
    {
        var text = FoldedText.Of(type ?? use).Trim('*', ' ');
        return Has(text, "work", "business", "office", "dienst", "arbeit", "geschäft", "lavoro", "trabajo") ? (ContactUse.Work, null)
            : Has(text, "home", "privat", "casa", "hem") ? (ContactUse.Home, null)
            : Has(text, "other", "andere", "altro", "otro") ? (ContactUse.Other, null)
            : text is "" or "main" or "mobile" or "cell" or "handy" or "fax" or "email" or "phone" || KindOf(type, ContactPointKind.Phone) != ContactPointKind.Phone ? (ContactUse.Unspecified, null)
            : (ContactUse.Other, type!.Trim('*', ' '));
    }

    /// <summary>What a postal address is for, and its label.</summary>
    public static (AddressKind Kind, string? Label) AddressOf(string? type, string use)
    {
        var text = FoldedText.Of(type ?? use).Trim('*', ' ');
        return text switch
        {
            "" or "main" => (AddressKind.Main, null),
            "billing" => (AddressKind.Billing, null),
            "shipping" => (AddressKind.Shipping, null),
            _ => (AddressKind.Main, UseOf(type, use) switch
            {
                (ContactUse.Work, _) => "work",
                (ContactUse.Home, _) => "home",
                (ContactUse.Other, null) => "other",
                var (_, label) => label,
            }),
        };
    }

    private static bool Has(string text, params ReadOnlySpan<string> words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}

using System.CommandLine;
using Crm.Domain.Customers;
using Crm.Domain.Values;
using Crm.Samples.Console.CommandLine;

namespace Crm.Samples.Console.Portal;

/// <summary>Which data a customer wants to change, and what they become.</summary>
internal sealed class OwnDataOptions
{
    private readonly Option<string?> _given = new("--given") { Description = "Given name." };
    private readonly Option<string?> _family = new("--family") { Description = "Family name." };
    private readonly Option<string?> _organisation = new("--organisation-name") { Description = "Name of an organisation." };
    private readonly Option<string?> _line = new("--line") { Description = "Street and number." };
    private readonly Option<string?> _code = new("--postal-code") { Description = "Postal code." };
    private readonly Option<string?> _city = new("--city") { Description = "City." };
    private readonly Option<string?> _country = new("--country") { Description = "Country, by its code of two letters." };
    private readonly Option<string> _kind = new("--address") { Description = "main, billing or shipping", DefaultValueFactory = _ => "main" };
    private readonly Option<string?> _email = new("--email") { Description = "An e-mail address." };
    private readonly Option<string?> _phone = new("--phone") { Description = "A number with its country code." };
    private readonly Option<string?> _replace = new("--replace") { Description = "The contact point that the address or number takes the place of." };
    private readonly Option<string?> _remove = new("--remove-email") { Description = "The e-mail address that goes: its contact point." };
    private readonly Option<string?> _drop = new("--remove-phone") { Description = "The number that goes: its contact point." };
    private readonly Option<string?> _language = new("--language") { Description = "The preferred language." };

    public IEnumerable<Symbol> All => [_given, _family, _organisation, _line, _code, _city, _country, _kind, _email, _phone, _replace, _remove, _drop, _language];

    public OwnDataChange Read(Run run)
    {
        List<OwnDataChange> changes = [];
        if (run.Get(_given) is not null || run.Get(_family) is not null)
        {
            changes.Add(OwnDataChange.Rename(new PersonName(run.Get(_given), run.Get(_family))));
        }

        if (run.Get(_organisation) is { } name)
        {
            changes.Add(OwnDataChange.RenameOrganisation(name));
        }

        if ((run.Get(_line) ?? run.Get(_city)) is not null)
        {
            changes.Add(OwnDataChange.SetAddress(
                run.Get(_kind)!.OneOf("--address", Enum.GetValues<AddressKind>().ToDictionary(k => k.ToString().ToLowerInvariant(), k => k, StringComparer.OrdinalIgnoreCase)),
                new PostalAddress(run.Get(_line), null, run.Get(_code), run.Get(_city), null, run.Get(_country) is { } code ? Country.FromCode(code) : null)));
        }

        if (run.Get(_email) is { } email)
        {
            changes.Add(OwnDataChange.SetEmail(PortalOptions.Email(email), Point(run.Get(_replace))));
        }

        if (run.Get(_phone) is { } phone)
        {
            changes.Add(OwnDataChange.SetPhone(PhoneNumber.TryParse(phone, out var number) ? number : throw CommandFailure.Usage($"{phone}: a number with its country code was expected."), Point(run.Get(_replace))));
        }

        if (Point(run.Get(_remove)) is { } removed)
        {
            changes.Add(OwnDataChange.RemoveEmail(removed));
        }

        if (Point(run.Get(_drop)) is { } dropped)
        {
            changes.Add(OwnDataChange.RemovePhone(dropped));
        }

        if (run.Get(_language) is { } language)
        {
            changes.Add(OwnDataChange.Prefer(LanguageTag.TryParse(language, out var tag) ? tag : throw CommandFailure.Usage($"{language}: a language was expected, such as it.")));
        }

        return changes is [var only] ? only : throw CommandFailure.Usage("One kind of data is changed at a time: a name, an address, an e-mail address, a number or the language.");
    }

    private static ContactPointId? Point(string? text) =>
        text is null ? null : ContactPointId.TryParse(text, null, out var id) ? id : throw CommandFailure.Usage($"{text}: the id of a contact point was expected.");
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>A change as it is stored. Written by hand, so that it needs no code made at run time.</summary>
internal static class OwnDataJson
{
    public static string Write(OwnDataChange change)
    {
        var json = new JsonObject { ["domain"] = change.Domain.ToString() };
        Put(json, "prefix", change.Name?.Prefix);
        Put(json, "given", change.Name?.Given);
        Put(json, "middle", change.Name?.Middle);
        Put(json, "family", change.Name?.Family);
        Put(json, "suffix", change.Name?.Suffix);
        Put(json, "nickname", change.Name?.Nickname);
        Put(json, "organisation", change.OrganisationName);
        Put(json, "kind", change.AddressKind == default ? null : change.AddressKind.ToString());
        Put(json, "line1", change.Address?.Line1);
        Put(json, "line2", change.Address?.Line2);
        Put(json, "postalCode", change.Address?.PostalCode);
        Put(json, "city", change.Address?.City);
        Put(json, "region", change.Address?.Region);
        Put(json, "country", change.Address?.Country?.Code);
        Put(json, "contactPoint", change.ContactPointId?.ToString());
        Put(json, "email", change.Email?.Value);
        Put(json, "phone", change.Phone?.ToString());
        Put(json, "phoneKind", change.PhoneKind == ContactPointKind.Phone ? null : change.PhoneKind.ToString());
        Put(json, "language", change.Language?.Value);
        return json.ToJsonString();
    }

    public static OwnDataChange Read(string text)
    {
        var json = JsonNode.Parse(text) as JsonObject ?? throw new JsonException("A change was expected.");
        string? Get(string name) => (string?)json[name];
        bool Has(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (json.ContainsKey(name))
                {
                    return true;
                }
            }

            return false;
        }

        return new OwnDataChange(Enum.Parse<OwnDataDomain>(Get("domain") ?? throw new JsonException("A change says which data.")))
        {
            Name = Has("given", "family") ? new PersonName(Get("given"), Get("family"), Get("prefix"), Get("middle"), Get("suffix"), Get("nickname")) : null,
            OrganisationName = Get("organisation"),
            AddressKind = Get("kind") is { } kind ? Enum.Parse<AddressKind>(kind) : default,
            Address = Has("line1", "line2", "postalCode", "city", "region", "country")
                ? new PostalAddress(Get("line1"), Get("line2"), Get("postalCode"), Get("city"), Get("region"), Get("country") is { } code ? Country.FromCode(code) : null)
                : null,
            ContactPointId = Get("contactPoint") is { } id ? ContactPointId.Parse(id, null) : null,
            Email = Get("email") is { } email ? EmailAddress.Parse(email) : null,
            Phone = Get("phone") is { } phone ? PhoneNumber.Parse(phone) : null,
            PhoneKind = Get("phoneKind") is { } use ? Enum.Parse<ContactPointKind>(use) : ContactPointKind.Phone,
            Language = Get("language") is { } language ? LanguageTag.Parse(language) : null,
        };
    }

    private static void Put(JsonObject json, string name, string? value)
    {
        if (value is not null)
        {
            json[name] = value;
        }
    }
}

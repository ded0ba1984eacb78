using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>Values as the record of an import keeps them: parts between separators that no part can hold.</summary>
internal static class ImportedValues
{
    private const char Separator = '\u001F';

    public static string Of(PersonName name) => Join(name.Given, name.Family, name.Prefix, name.Middle, name.Suffix, name.Nickname);

    public static PersonName Name(string text) => Split(text) is var p ? new PersonName(p[0], p[1], p[2], p[3], p[4], p[5]) : throw new InvalidOperationException();

    public static string Of(PostalAddress address) => Join(address.Line1, address.Line2, address.PostalCode, address.City, address.Region, address.Country?.Code);

    public static PostalAddress Address(string text) =>
        Split(text) is var p ? new PostalAddress(p[0], p[1], p[2], p[3], p[4], p[5] is { } code ? Country.FromCode(code) : null) : throw new InvalidOperationException();

    public static string Of(ExternalReference reference) => Join(reference.System, reference.Value);

    public static ExternalReference Reference(string text) => Split(text) is var p ? new ExternalReference(p[0]!, p[1]!) : throw new InvalidOperationException();

    private static string Join(params string?[] parts) => string.Join(Separator, parts);

    private static string?[] Split(string text) => [.. text.Split(Separator).Select(p => p.Length == 0 ? null : p)];
}

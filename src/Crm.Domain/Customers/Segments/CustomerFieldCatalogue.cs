using Crm.Domain.Criteria;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Values;

namespace Crm.Domain.Customers;

/// <summary>The fields of customers that conditions may name: their own, the custom ones, and those that other areas add.</summary>
/// <remarks>Singleton service.</remarks>
public sealed class CustomerFieldCatalogue(IEnumerable<IRelatedFields> areas)
{
    internal const string CustomPrefix = "custom:";

    private static readonly TextKind s_email = new(text => EmailAddress.TryParse(text, out var email) ? email.Normalized : FoldedText.Of(text));
    private static readonly TextKind s_phone = new(text => string.Concat(FoldedText.Of(text).Where(c => !" ()-./".Contains(c, StringComparison.Ordinal))) is { Length: > 0 } digits ? digits : text);
    private static readonly ChoiceKind<Country?> s_country = new(text => Country.TryFromCode(text, out var country) ? country : null, []);
    private static readonly ChoiceKind<LanguageTag?> s_language = new(text => LanguageTag.TryParse(text, out var tag) ? tag : null, []);
    private static readonly IReadOnlyList<FieldBinding<Customer>> s_scalars = Scalars();

    /// <summary>The catalogue for one target.</summary>
    /// <param name="source">The target.</param>
    /// <param name="customFields">The custom fields of customers; archived ones can be named too.</param>
    /// <returns>The catalogue.</returns>
    public FieldCatalogue<Customer> For(ICriteriaSource source, IReadOnlyList<CustomField> customFields)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(customFields);
        return For(source, customFields, null);
    }

    /// <summary>The catalogue as far as some criteria need it: areas that they do not name are left out.</summary>
    /// <param name="source">The target.</param>
    /// <param name="customFields">The custom fields of customers; none are needed where <see cref="NamesCustomFields"/> says no.</param>
    /// <param name="criterion">The criteria; null for all areas.</param>
    /// <returns>The catalogue.</returns>
    public FieldCatalogue<Customer> For(ICriteriaSource source, IReadOnlyList<CustomField> customFields, Criterion? criterion)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(customFields);
        var named = criterion?.Fields().Select(f => f.Split('.')[0]).ToHashSet(StringComparer.Ordinal);
        var builder = new FieldCatalogueBuilder<Customer>(source);
        AddOwn(builder);
        foreach (var field in customFields)
        {
            builder.Add(Custom(builder, field));
        }

        foreach (var area in areas.Where(a => a.RecordKind == SubjectKinds.Customer && named?.Contains(a.Relation) != false))
        {
            area.AddTo(builder);
        }

        return builder.Build();
    }

    /// <summary>The catalogue for plain records, with the fields of every area.</summary>
    /// <param name="customFields">The custom fields of the records.</param>
    /// <returns>The catalogue.</returns>
    public FieldCatalogue<CriteriaRecord> ForRecords(IReadOnlyList<CustomField> customFields) => For(InMemorySource.OfNothing, customFields).ForRecords();

    /// <summary>Whether criteria name a custom field.</summary>
    /// <param name="criterion">The criteria.</param>
    /// <returns>True when one does.</returns>
    public static bool NamesCustomFields(Criterion criterion)
    {
        ArgumentNullException.ThrowIfNull(criterion);
        return criterion.Fields().Any(f => f.StartsWith(CustomPrefix, StringComparison.Ordinal));
    }

    private static void AddOwn(FieldCatalogueBuilder<Customer> builder)
    {
        foreach (var field in s_scalars)
        {
            builder.Add(field.Within(builder.Source));
        }

        builder
            .Several("email", s_email, CustomerParts.ContactPoints, CustomerParts.Key, CustomerParts.IsEmail)
            .Several("phone", s_phone, CustomerParts.ContactPoints, CustomerParts.Key, CustomerParts.IsPhone)
            .Several("city", TextKind.Instance, CustomerParts.Addresses, CustomerParts.City)
            .Several("postcode", TextKind.Instance, CustomerParts.Addresses, CustomerParts.PostalCode)
            .Several("country", s_country, CustomerParts.Addresses, CustomerParts.Country)
            .Several("tag", TextKind.Instance, CustomerParts.Tags, CustomerParts.Tag)
            .Several("preference", TextKind.Instance, CustomerParts.Preferences, CustomerParts.Preference)
            .Family("preference", key => Preference(builder, key));
    }

    // These need nothing of the target, so they are made once.
    private static IReadOnlyList<FieldBinding<Customer>> Scalars()
    {
        var builder = new FieldCatalogueBuilder<Customer>(InMemorySource.OfNothing);
        builder
            .Scalar("kind", ChoiceKinds.Of<CustomerKind>(), c => c is Person ? CustomerKind.Person : CustomerKind.Organisation)
            .Text("name", c => c.NameFolded)
            .Text("givenName", c => c is Person ? ((Person)c).GivenFolded : null)
            .Text("familyName", c => c is Person ? ((Person)c).FamilyFolded : null)
            .Date("birthDate", c => c is Person ? ((Person)c).BirthDate : null)
            .Scalar("language", s_language, c => c.Language)
            .Scalar("stage", ChoiceKinds.Of<LifecycleStage>(), c => c.Stage)
            .At("stageSince", c => c.StageSince)
            .At("registeredAt", c => c.CreatedAt)
            .Scalar("specialist", ChoiceKinds.Open, c => c.SpecialistId)
            .Scalar("team", ChoiceKinds.Open, c => c.TeamId);
        return builder.Bindings;
    }

    // Keys are stored folded.
    private static FieldBinding<Customer>? Preference(FieldCatalogueBuilder<Customer> builder, string key)
    {
        var folded = FoldedText.Of(key);
        return folded.Length is 0 or > CustomerPreference.MaxKeyLength || folded.Contains('\0', StringComparison.Ordinal)
            ? null
            : builder.Bind<CustomerPreference, string?>($"preference:{key}", TextKind.Instance, c => c.Preferences, p => p.ValueFolded, p => p.Key == folded, isMultiple: false);
    }

    private static FieldBinding<Customer> Custom(FieldCatalogueBuilder<Customer> builder, CustomField field)
    {
        var (name, id) = (CustomPrefix + field.Key, field.Id);
        return field.Type switch
        {
            FieldType.Text => builder.Bind<CustomerField, string?>(name, TextKind.Instance, c => c.CustomFields, f => f.Folded, f => f.FieldId == id, isMultiple: false),
            FieldType.Number => builder.Bind<CustomerField, decimal?>(name, DecimalKind.Instance, c => c.CustomFields, f => f.Number, f => f.FieldId == id, isMultiple: false),
            FieldType.Date => builder.Bind<CustomerField, NodaTime.LocalDate?>(name, DateKind.Instance, c => c.CustomFields, f => f.Date, f => f.FieldId == id, isMultiple: false),
            FieldType.Instant => builder.Bind<CustomerField, NodaTime.Instant?>(name, InstantKind.Instance, c => c.CustomFields, f => f.At, f => f.FieldId == id, isMultiple: false),
            FieldType.Flag => builder.Bind<CustomerField, bool?>(name, FlagKind.Instance, c => c.CustomFields, f => f.Flag, f => f.FieldId == id, isMultiple: false),
            _ => builder.Bind<CustomerField, string?>(name, ChoiceKinds.Open, c => c.CustomFields, f => f.Choice, f => f.FieldId == id, field.AllowsSeveral),
        };
    }
}

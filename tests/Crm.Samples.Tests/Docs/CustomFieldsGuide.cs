using Crm.Domain.Auditing;
using Crm.Domain.Criteria;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/custom-fields.md.</summary>
internal static class CustomFieldsGuide
{
    // docs: fields-define
    /// <summary>Defines two fields for customers. The caller saves.</summary>
    public static async Task DefineAsync(CustomFieldCatalog catalog)
    {
        (await catalog.DefineAsync(SubjectKinds.Customer, "contract-end", FieldType.Date)).ThrowIfFailed();
        (await catalog.DefineAsync(SubjectKinds.Customer, "tier", FieldType.Choice, new CustomFieldDetails
        {
            Labels = new Dictionary<string, string> { [""] = "Tier", ["de"] = "Stufe" },
            IsRequired = true,
            Choices = [new("gold"), new("silver"), new("none")],
        })).ThrowIfFailed();
    }
    // docs: end

    // docs: fields-fill
    /// <summary>Fills in a form, all or nothing. The caller saves.</summary>
    public static Task<CrmResult<Customer>> FillAsync(CustomerFields fields, CustomerId id, string tier, NodaTime.LocalDate? contractEnd) =>
        fields.FillAsync(id, new Dictionary<string, CustomValue?>
        {
            ["tier"] = CustomValue.OfChoices(tier),
            ["contract-end"] = contractEnd is { } day ? CustomValue.OfDate(day) : null,   // null clears
        });
    // docs: end

    // docs: fields-filter
    /// <summary>Gold customers whose contract ends within 60 days.</summary>
    public static Task<CrmResult<Page<CustomerSummary>>> EndingSoonAsync(CustomerSegments segments) =>
        segments.ListAsync(new AllOf(
        [
            new Condition("custom:tier", CriteriaOperators.Equal, "gold"),
            new Condition("custom:contract-end", CriteriaOperators.WithinNext, 60),
        ]));
    // docs: end

    // docs: fields-sort
    /// <summary>All customers, those whose contract ends first before the others, page by page.</summary>
    public static async Task<IReadOnlyList<FieldRow>> ByContractEndAsync(CustomerSegments segments)
    {
        var rows = new List<FieldRow>();
        FieldPageKey? after = null;
        do
        {
            var page = (await segments.ListAsync(Criterion.Everything, new FieldOrder("contract-end"), take: 100, after)).Value;
            rows.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return rows;
    }
    // docs: end

    // docs: fields-audit
    /// <summary>Who changed the tier of a customer, newest first.</summary>
    public static Task<CrmResult<Page<AuditedSave>>> TierHistoryAsync(AuditTrail trail, CustomerId id) =>
        trail.HistoryAsync(id.ToSubject(), new AuditCriteria { Field = "CustomFields:tier" });
    // docs: end

    private static void ThrowIfFailed<T>(this CrmResult<T> result)
        where T : notnull => _ = result.Value;
}

using Crm.Domain.Access;
using Crm.Domain.Auditing;
using Crm.Domain.Customers;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace Crm.Persistence.Specification.CustomFields;

/// <summary>Fields that the business adds, through front doors and back: typed, validated, audited, merged.</summary>
[Trait("Check", "XC-01")]
public abstract class CustomFieldSpecification<TFixture>(TFixture fixture) : CrmSpecification<TFixture>(fixture)
    where TFixture : DatabaseFixture
{
    private const string Customers = SubjectKinds.Customer;
    private static readonly Instant s_precise = Instant.FromUtc(2026, 2, 3, 4, 5, 6).PlusTicks(1_234_560);

    private static readonly Dictionary<string, CustomValue> s_values = new()
    {
        ["nickname"] = CustomValue.OfText("Żółw 100%"), ["shoe-size"] = CustomValue.OfNumber(38.5m), ["since"] = CustomValue.OfDate(new LocalDate(2020, 2, 29)),
        ["seen"] = CustomValue.OfInstant(s_precise), ["vegan"] = CustomValue.OfFlag(false), ["tier"] = CustomValue.OfChoices("gold"), ["hobbies"] = CustomValue.OfChoices("chess", "rowing"),
    };

    [SkippableFact]
    public async Task Values_OfEveryType_AreSetReadChangedAndCleared()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await DefineAsync(work);
        var id = await work.RegisterAsync();
        (await work.Fields.FillAsync(id, s_values.ToDictionary(v => v.Key, v => (CustomValue?)v.Value))).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        await using (var reader = host.Work())
        {
            var found = (await reader.Customers.FindAsync(id))!;
            s_values.Should().OnlyContain(v => v.Value.Equals(found.CustomValueOf(v.Key)));
            found.CustomFields.Single(f => f.Key == "nickname").Folded.Should().Be("żółw 100%");
            (await reader.Fields.SetAsync(id, "hobbies", CustomValue.OfChoices("chess"))).Succeeded.Should().BeTrue();
            (await reader.Fields.SetAsync(id, "shoe-size", CustomValue.OfNumber(39))).Succeeded.Should().BeTrue();
            (await reader.Fields.ClearAsync(id, "nickname", found.Version)).Succeeded.Should().BeTrue();
            await reader.SaveAsync();
        }

        await using var again = host.Work();
        var changed = (await again.Customers.FindAsync(id))!;
        changed.CustomValueOf("hobbies").Should().Be(CustomValue.OfChoices("chess"));
        changed.CustomValueOf("shoe-size").Should().Be(CustomValue.OfNumber(39));
        changed.CustomValueOf("nickname").Should().BeNull();
        (await again.Context.Set<CustomerField>().CountAsync()).Should().Be(6);
    }

    [SkippableFact]
    public async Task Values_ThatDoNotSuit_AreRefusedWithCodesAndChangeNothing()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await DefineAsync(work);
        (await work.Catalog.DefineAsync(Customers, "code", FieldType.Text, new() { IsRequired = true, MaxLength = 3 })).Succeeded.Should().BeTrue();
        (await work.Catalog.DefineAsync(Customers, "old", FieldType.Flag)).Succeeded.Should().BeTrue();
        (await work.Catalog.ArchiveAsync(Customers, "old")).Succeeded.Should().BeTrue();
        var id = await work.RegisterAsync();
        var before = await DatabaseState.ReadAsync(work.Context);

        foreach (var (code, key, value) in new[]
        {
            ("CustomFieldNotFound", "unknown", CustomValue.OfFlag(true)), ("CustomFieldTypeMismatch", "shoe-size", CustomValue.OfText("38")), ("CustomFieldTooLong", "code", CustomValue.OfText("ABCD")),
            ("CustomFieldOutOfRange", "shoe-size", CustomValue.OfNumber(60)), ("CustomFieldOutOfRange", "since", CustomValue.OfDate(new LocalDate(1999, 12, 31))), ("CustomFieldChoiceUnknown", "tier", CustomValue.OfChoices("lead")),
            ("CustomFieldTakesOne", "tier", CustomValue.OfChoices("gold", "tin")), ("CustomFieldIsArchived", "old", CustomValue.OfFlag(true)),
        })
        {
            var refused = (await work.Fields.SetAsync(id, key, value)).Errors.Single();
            (refused.Code, refused.Target).Should().Be((code, key));
        }

        (await work.Fields.ClearAsync(id, "tier")).Errors.Single().Code.Should().Be("CustomFieldNotSet");
        (await work.Fields.FillAsync(id, new Dictionary<string, CustomValue?> { ["vegan"] = CustomValue.OfFlag(true), ["tier"] = CustomValue.OfText("x") }))
            .Errors.Select(e => (e.Code, e.Target)).Should().Equal(("CustomFieldTypeMismatch", "tier"), ("CustomFieldRequired", "code"));
        (await work.Fields.MissingAsync(id)).Value.Select(f => f.Key).Should().Equal("code");
        (await work.Fields.SetAsync(CustomerId.New(host.Clock.Now), "vegan", CustomValue.OfFlag(true))).Errors.Single().Code.Should().Be("CustomerNotFound");
        await work.SaveAsync();
        (await DatabaseState.ReadAsync(work.Context)).Should().Equal(before);

        (await work.Fields.SetAsync(id, "code", CustomValue.OfText("ABC"), 1)).Succeeded.Should().BeTrue();
        (await work.Fields.SetAsync(id, "code", CustomValue.OfText("ABC"), 1)).Errors.Single().Code.Should().Be("VersionConflict");
        (await work.Fields.ClearAsync(id, "code")).Errors.Single().Code.Should().Be("CustomFieldRequired");
    }

    [SkippableFact]
    public async Task Catalogue_OfFields_KeepsKeysUniqueAndItsGate()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await DefineAsync(work);
        (await work.Catalog.DefineAsync(Customers, "tier", FieldType.Text)).Errors.Single().Code.Should().Be("CustomFieldAlreadyDefined");
        (await work.Catalog.DefineAsync("planet", "tier", FieldType.Text)).Errors.Single().Code.Should().Be("CustomFieldRecordUnknown");
        (await work.Catalog.DefineAsync(Customers, "Tier!", FieldType.Text)).Errors.Single().Code.Should().Be("InvalidValue");
        (await work.Catalog.DefineAsync(Customers, "colour", FieldType.Choice)).Errors.Single().Code.Should().Be("InvalidValue");
        (await work.Catalog.ChangeAsync(Customers, "none", new())).Errors.Single().Code.Should().Be("CustomFieldNotFound");
        (await work.Catalog.RestoreAsync(Customers, "tier")).Errors.Single().Code.Should().Be("CustomFieldNotArchived");

        (await work.Catalog.ChangeAsync(Customers, "tier", new() { Labels = new Dictionary<string, string> { ["de"] = "Stufe" }, Choices = [new("tin"), new("lead")] })).Succeeded.Should().BeTrue();
        (await work.Catalog.ArchiveAsync(Customers, "vegan")).Succeeded.Should().BeTrue();
        await work.SaveAsync();
        await using var reader = host.Work();
        var listed = await reader.Catalog.ListAsync(Customers);
        listed.Select(f => f.Key).Should().Equal("hobbies", "nickname", "seen", "shoe-size", "since", "tier");
        listed[^1].Choices.Select(c => c.Key).Should().Equal("tin", "lead");
        listed[^1].LabelIn(new System.Globalization.CultureInfo("de-AT")).Should().Be("Stufe");
        (await reader.Catalog.ListAsync(Customers, includeArchived: true)).Single(f => f.Key == "vegan").IsArchived.Should().BeTrue();

        await using var guest = host.Work(new CrmScope(Actor.Guest));
        (await guest.Catalog.ListAsync(Customers)).Should().BeEmpty();
        (await guest.Catalog.DefineAsync(Customers, "mine", FieldType.Text)).Errors.Single().Code.Should().Be("ActNotAllowed");
        (await guest.Fields.SetAsync(CustomerId.New(host.Clock.Now), "tier", CustomValue.OfChoices("tin"))).Errors.Single().Code.Should().Be("ActNotAllowed");

        await using var other = host.Work();
        (await other.Catalog.DefineAsync(Customers, "late", FieldType.Text)).Succeeded.Should().BeTrue();
        (await work.Catalog.DefineAsync(Customers, "late", FieldType.Number)).Succeeded.Should().BeTrue();
        await other.SaveAsync();
        (await work.UnitOfWork.SaveAsync()).Errors.Single().Code.Should().Be("AlreadyExists", "two may define one key at once, and one of them is told");
    }

    [SkippableFact]
    public async Task Tenants_WithOneKey_HaveFieldsOfTheirOwn()
    {
        var host = await HostAsync<TenantContext>(s => s.Scope = s.Scope with { TenantId = "one" });
        await using var one = host.Work();
        await using var two = host.Work(one.Scope with { TenantId = "two" });
        (await one.Catalog.DefineAsync(Customers, "tier", FieldType.Text)).Succeeded.Should().BeTrue();
        await one.SaveAsync();
        (await two.Catalog.ListAsync(Customers)).Should().BeEmpty();
        (await two.Catalog.DefineAsync(Customers, "tier", FieldType.Number)).Succeeded.Should().BeTrue();
        var id = await two.RegisterAsync();
        (await two.Fields.SetAsync(id, "tier", CustomValue.OfNumber(1))).Succeeded.Should().BeTrue();
        await two.SaveAsync();
        (await one.Fields.SetAsync(id, "tier", CustomValue.OfText("x"))).Errors.Single().Code.Should().Be("CustomerNotFound");
        (await one.Context.Set<CustomerField>().CountAsync()).Should().Be(0);
    }

    [SkippableFact]
    [Trait("Check", "XC-02")]
    public async Task Audit_OfAField_NamesItByItsKeyAndTellsItAsOfAnInstant()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await DefineAsync(work);
        var id = await work.RegisterAsync();
        var subject = new SubjectReference(Customers, id.Value);
        foreach (var size in new[] { 38m, 39m })
        {
            host.Clock.Advance(Duration.FromHours(1));
            (await work.Fields.SetAsync(id, "shoe-size", CustomValue.OfNumber(size))).Succeeded.Should().BeTrue();
            (await work.Fields.SetAsync(id, "nickname", CustomValue.OfText($"Size {size}"))).Succeeded.Should().BeTrue();
            await work.SaveAsync();
        }

        var middle = host.Clock.Now - Duration.FromMinutes(30);
        host.Clock.Advance(Duration.FromHours(1));
        (await work.Fields.ClearAsync(id, "shoe-size")).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        var trail = work.Get<AuditTrail>();
        (await trail.HistoryAsync(subject, new AuditCriteria { Field = "CustomFields:shoe-size" })).Value.Items.SelectMany(s => s.Changes).Should().Equal(
            new FieldChange("CustomFields", "shoe-size/1", "Number", "39", null), new FieldChange("CustomFields", "shoe-size/1", "Number", "38", "39"), new FieldChange("CustomFields", "shoe-size/1", "Number", null, "38"));
        (await trail.HistoryAsync(subject, new AuditCriteria { Field = "CustomFields" })).Value.Items.Should().HaveCount(3);
        (await trail.AsOfAsync(subject, middle)).Value.Parts.Where(p => p.Kind == "CustomFields").Select(p => (p.Key, p["Number"] ?? p["Text"])).Should().Equal(("nickname/1", "Size 38"), ("shoe-size/1", "38"));
        (await trail.AsOfAsync(subject, host.Clock.Now)).Value.Parts.Where(p => p.Kind == "CustomFields").Select(p => p.Key).Should().Equal("nickname/1");
        (await Traces.OfAsync(host, id.Value)).Outbox.Select(o => o.EventName).Should().EndWith("customers.custom-field-cleared");
    }

    [SkippableFact]
    [Trait("Check", "CM-09")]
    public async Task Merge_OfCustomersWithFields_KeepsTheSurvivorsAndTakesTheMissingOnes()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await DefineAsync(work);
        var (survivor, absorbed) = (await work.RegisterAsync(), await work.RegisterAsync());
        (await work.Fields.SetAsync(survivor, "tier", CustomValue.OfChoices("tin"))).Succeeded.Should().BeTrue();
        (await work.Fields.SetAsync(absorbed, "tier", CustomValue.OfChoices("gold"))).Succeeded.Should().BeTrue();
        (await work.Fields.SetAsync(absorbed, "hobbies", CustomValue.OfChoices("rowing", "chess"))).Succeeded.Should().BeTrue();
        await work.SaveAsync();

        var merge = (await work.Merger.MergeAsync(survivor, absorbed)).Value;
        merge.Items.Should().Contain([new MergedItem("customField", "tier", MergeSide.Both), new MergedItem("customField", "hobbies", MergeSide.Absorbed)]);
        await using (var merged = host.Work())
        {
            var found = (await merged.Customers.FindAsync(absorbed))!;
            found.CustomValueOf("tier").Should().Be(CustomValue.OfChoices("tin"));
            found.CustomValueOf("hobbies").Should().Be(CustomValue.OfChoices("rowing", "chess"));
            (await merged.Merger.UnmergeAsync(merge.Id!.Value)).Succeeded.Should().BeTrue();
        }

        await using var again = host.Work();
        (await again.Customers.FindAsync(survivor))!.CustomFields.Should().ContainSingle().Which.Choice.Should().Be("tin");
        (await again.Customers.FindAsync(absorbed))!.CustomValueOf("tier").Should().Be(CustomValue.OfChoices("gold"));
        (await again.Customers.FindAsync(absorbed))!.CustomValueOf("hobbies").Should().Be(CustomValue.OfChoices("rowing", "chess"));
    }

    [SkippableFact]
    [Trait("Check", "XC-12")]
    public async Task Texts_HostileInValuesAndLabels_ComeBackOrAreRefused()
    {
        var host = await HostAsync();
        await using var work = host.Work();
        await DefineAsync(work);
        var kept = new Dictionary<CustomerId, string>();
        await using var file = File.OpenRead(Crm.Testing.TestData.Require("text/blns.json"));
        var texts = (await System.Text.Json.JsonSerializer.DeserializeAsync<string[]>(file))!.Concat(["a\0b", "\ud800", "\uffff", "ﷺ", new string('ﷺ', CustomFieldDefinition.MaxTextLength), "İ", "%_\\", new string('x', 501)]);
        foreach (var text in texts)
        {
            var id = (await work.Customers.RegisterAsync(new NewCustomer { OrganisationName = "Ltd" })).Value.Id;
            if (CustomValue.TryParse(FieldType.Text, text, out var value))
            {
                (await work.Fields.SetAsync(id, "nickname", value)).Succeeded.Should().BeTrue();
                kept.Add(id, value.Text!);
                (await work.Catalog.ChangeAsync(Customers, "hobbies", new() { Labels = new Dictionary<string, string> { [""] = text }, Choices = [new("chess")] })).Errors.All(e => e.Code == "InvalidValue").Should().BeTrue();
            }
        }

        await work.SaveAsync();
        kept.Should().HaveCountGreaterThan(300);
        await using var reader = host.Work();
        var stored = await reader.Context.Set<Customer>().AsNoTracking().ToListAsync();
        stored.Where(c => c.CustomValueOf("nickname")?.Text != kept.GetValueOrDefault(c.Id)).Should().BeEmpty();
    }

    private static async Task DefineAsync(CrmWork<SpecificationContext> work)
    {
        foreach (var (key, type, details) in new (string, FieldType, CustomFieldDetails)[]
        {
            ("nickname", FieldType.Text, new()), ("shoe-size", FieldType.Number, new() { Minimum = 15, Maximum = 50 }), ("since", FieldType.Date, new() { Earliest = new LocalDate(2000, 1, 1) }), ("seen", FieldType.Instant, new()),
            ("vegan", FieldType.Flag, new()), ("tier", FieldType.Choice, new() { Choices = [new("gold"), new("tin")] }), ("hobbies", FieldType.Choice, new() { AllowsSeveral = true, Choices = [new("chess"), new("rowing")] }),
        })
        {
            (await work.Catalog.DefineAsync(Customers, key, type, details)).Succeeded.Should().BeTrue();
        }

        await work.SaveAsync();
    }
}

using System.Globalization;
using Crm.Domain.CustomFields;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.CustomFields;

[Trait("Check", "XC-01")]
public class CustomFieldModelTests
{
    private static readonly Instant s_now = Instant.FromUtc(2026, 1, 1, 0, 0);

    [Fact]
    public void Definition_WhoseDetailsDoNotSuitItsType_IsRefused()
    {
        foreach (var (type, details) in new (FieldType, CustomFieldDetails)[]
        {
            (FieldType.Number, new() { MaxLength = 5 }), (FieldType.Text, new() { MaxLength = 0 }), (FieldType.Text, new() { MaxLength = 501 }), (FieldType.Text, new() { Minimum = 1 }),
            (FieldType.Number, new() { Minimum = 2, Maximum = 1 }), (FieldType.Number, new() { Minimum = 0.00001m }), (FieldType.Number, new() { Maximum = decimal.MaxValue }), (FieldType.Date, new() { Earliest = new LocalDate(2026, 1, 2), Latest = new LocalDate(2026, 1, 1) }),
            (FieldType.Flag, new() { AllowsSeveral = true }), (FieldType.Choice, new()), (FieldType.Choice, new() { Choices = [new("a"), new("a")] }), (FieldType.Choice, new() { Choices = [new("A")] }),
            (FieldType.Choice, new() { Choices = [.. Enumerable.Range(0, 501).Select(i => new CustomFieldChoice($"c{i}"))] }), (FieldType.Text, new() { Labels = new Dictionary<string, string> { ["?"] = "x" } }),
            (FieldType.Text, new() { Labels = new Dictionary<string, string> { ["de"] = " " } }),
        })
        {
            var define = () => Define(type, details);
            define.Should().Throw<ArgumentException>($"{type} {details}");
        }
    }

    [Fact]
    public void Key_OfAnotherForm_IsRefused()
    {
        foreach (var key in new[] { "", " ", "Upper", "1st", "with blank", "ü", "a.b", new string('a', 65) })
        {
            var define = () => new CustomFieldDefinition(CustomFieldId.New(s_now), SubjectKinds.Customer, key, FieldType.Text, new(), s_now);
            define.Should().Throw<ArgumentException>(key);
        }
    }

    [Fact]
    public void Change_OfChoices_KeepsTheRowsOfThoseThatStay()
    {
        var labels = new Dictionary<string, string> { ["de"] = "Gold", [""] = "Golden" };
        var definition = Define(FieldType.Choice, new() { Choices = [new("gold", labels), new("tin")] });
        var gold = definition.Options.Single(o => o.Key == "gold");
        definition.Change(new() { Choices = [new("lead"), new("gold", labels)] }, s_now);
        definition.Options.Single(o => o.Key == "gold").Should().BeSameAs(gold);
        definition.ToField().Choices.Select(c => c.Key).Should().Equal("lead", "gold");
        definition.ToField().LabelOf("gold", new CultureInfo("de-CH")).Should().Be("Gold");
        definition.ToField().LabelOf("gold", new CultureInfo("sv")).Should().Be("Golden");
        definition.ToField().LabelOf("lead").Should().Be("lead");
        definition.ToField().LabelIn().Should().Be("field");
        definition.Archive(s_now);
        definition.CanChange().Code.Should().Be("CustomFieldIsArchived");
        definition.Restore(s_now);
        definition.CanRestore().Code.Should().Be("CustomFieldNotArchived");
    }

    [Fact]
    public void Value_AsText_IsReadBackEqual()
    {
        var values = Gen.OneOf(
            Gen.Elements("Straße", "a,b", "ﬁ", "100%", "x").Select(CustomValue.OfText),
            Gen.Choose(int.MinValue, int.MaxValue).Select(n => CustomValue.OfNumber(n / 10_000m)),
            Gen.Choose(-700_000, 2_900_000).Select(days => CustomValue.OfDate(new LocalDate(1970, 1, 1).PlusDays(days))),
            Gen.Choose(int.MinValue, int.MaxValue).Select(n => CustomValue.OfInstant(s_now.PlusTicks(n * 10_000_010L))),
            Gen.Elements(true, false).Select(CustomValue.OfFlag),
            Gen.NonEmptyListOf(Gen.Elements("a", "b-1", "c_2")).Select(c => CustomValue.OfChoices([.. c])));
        Prop.ForAll(values.ToArbitrary(), value => CustomValue.TryParse(value.Type, value.ToString(), out var read) && read == value && read.GetHashCode() == value.GetHashCode()).QuickCheckThrowOnFailure();
        foreach (var (type, text) in new[]
        {
            (FieldType.Number, "1,5"), (FieldType.Number, "0.00001"), (FieldType.Number, "922337203685477.5808"), (FieldType.Date, "2026-02-30"), (FieldType.Instant, "2026-01-01"), (FieldType.Flag, "yes"),
            (FieldType.Choice, ",")
        })
        {
            CustomValue.TryParse(type, text, out _).Should().BeFalse($"{type} {text}");
        }

        CustomValue.OfNumber(Money.MaxAmount).Number.Should().Be(Money.MaxAmount);
    }

    private static CustomFieldDefinition Define(FieldType type, CustomFieldDetails details) =>
        new(CustomFieldId.New(s_now), SubjectKinds.Customer, "field", type, details, s_now);
}

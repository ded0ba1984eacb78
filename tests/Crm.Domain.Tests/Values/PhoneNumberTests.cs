using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class PhoneNumberTests
{
    [Theory]
    [InlineData("+39 02 1234 5678", null, "+390212345678")]
    [InlineData("02 1234 5678", "IT", "+390212345678")]
    [InlineData("333 123 4567", "it", "+393331234567")]
    [InlineData("(+39) 02-1234.5678", null, "+390212345678")]
    [InlineData("39 02 1234 5678", "IT", "+390212345678")]
    [InlineData("0039 02 1234 5678", null, "+390212345678")]
    [InlineData("011 39 02 1234 5678", "US", "+390212345678")]
    [InlineData("810 39 02 1234 5678", "RU", "+390212345678")]
    [InlineData("0011 39 02 1234 5678", "AU", "+390212345678")]
    [InlineData("020 7946 0018", "GB", "+442079460018")]
    [InlineData("+44 (0)20 7946 0018", null, "+442079460018")]
    [InlineData("+44 020 7946 0018", null, "+442079460018")]
    [InlineData("(201) 555-0123", "US", "+12015550123")]
    [InlineData("1-201-555-0123", "CA", "+12015550123")]
    [InlineData("8 (495) 123-45-67", "RU", "+74951234567")]
    [InlineData("800 555 35 35", "RU", "+78005553535")]
    [InlineData("8 800 555 35 35", "RU", "+78005553535")]
    [InlineData("06 1 234 5678", "HU", "+3612345678")]
    [InlineData("08-123 456 78", "SE", "+46812345678")]
    [InlineData("021 312 3456", "RO", "+40213123456")]
    [InlineData("06 12345678", "NL", "+31612345678")]
    [InlineData("01 23 45 67 89", "FR", "+33123456789")]
    [InlineData("tel:+39-02-1234-5678", null, "+390212345678")]
    [InlineData("＋３９　０２　１２３４　５６７８", null, "+390212345678")]
    [InlineData("+٣٩٠٢١٢٣٤٥٦٧٨", null, "+390212345678")]
    [InlineData("+1 310-1234", null, "+13101234")]
    public void Parse_UsualNotation_GivesTheInternationalNumber(string text, string? region, string expected) =>
        PhoneNumber.Parse(text, region).ToString().Should().Be(expected);

    [Theory]
    [InlineData("+39 02 1234 5678 ext. 12", "12")]
    [InlineData("+39 02 1234 5678 x12", "12")]
    [InlineData("+39 02 1234 5678 #12", "12")]
    [InlineData("+39 02 1234 5678 int. 0012", "0012")]
    [InlineData("+390212345678;ext=12", "12")]
    [InlineData("+39 02 1234 5678 Extension: 12", "12")]
    [InlineData("+39 02 1234 5678", null)]
    public void Parse_WithExtension_KeepsItApart(string text, string? extension)
    {
        var number = PhoneNumber.Parse(text);

        number.CountryCode.Should().Be(39);
        number.NationalNumber.Should().Be("0212345678");
        number.E164.Should().Be("+390212345678");
        number.Extension.Should().Be(extension);
        PhoneNumber.Parse(number.ToString()).Should().Be(number);
    }

    [Theory]
    [InlineData("", "IT")]
    [InlineData("02 1234 5678", null)]
    [InlineData("02 1234 5678", "ZZ")]
    [InlineData("555-0123", "US")]
    [InlineData("+1 555-0123", null)]
    [InlineData("+999 123456", null)]
    [InlineData("+39 1", null)]
    [InlineData("+0 123456789", null)]
    [InlineData("1-800-FLOWERS", "US")]
    [InlineData("+39 02 1234 5678 ext.", null)]
    [InlineData("+39 02 1234 5678 ext 1234567890123", null)]
    [InlineData("+39 02 1234 5678 ask for Anna", null)]
    [InlineData("++39 02 1234 5678", null)]
    [InlineData("39 + 02 1234 5678", null)]
    [InlineData("+39 02 1234\n5678", null)]
    [InlineData("+49 30 1234567890123456", null)]
    [InlineData("+", "IT")]
    public void Parse_AnythingElse_IsRefused(string text, string? region)
    {
        PhoneNumber.TryParse(text, region, out var number).Should().BeFalse();
        number.Should().BeNull();
        FluentActions.Invoking(() => PhoneNumber.Parse(text, region)).Should().Throw<FormatException>();
    }

    [Fact]
    public void Equality_SameNumberWrittenDifferently_Holds()
    {
        PhoneNumber.Parse("02/12345678", "IT").Should().Be(PhoneNumber.Parse("+39 02 1234 5678"));
        PhoneNumber.Parse("+39 02 1234 5678 x1").Should().NotBe(PhoneNumber.Parse("+39 02 1234 5678"));
    }

    [Fact]
    public void Parse_OfAnyDigits_RoundTripsWhatItAccepts()
    {
        var digits = Gen.Choose(0, 9).ArrayOf().Select(numbers => "+" + string.Concat(numbers));

        Prop.ForAll(digits.ToArbitrary(), text =>
            !PhoneNumber.TryParse(text, out var number) || (PhoneNumber.Parse(number.ToString()) == number && number.ToString().Length <= 1 + PhoneNumber.MaxDigits))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }
}

using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Values;

[Trait("Check", "XC-12")]
public class EmailAddressTests
{
    [Theory]
    [InlineData("  Anna.Rossi@Example.ORG ", "Anna.Rossi@Example.ORG", "anna.rossi@example.org", "example.org")]
    [InlineData("Jörg@Bücher.example", "Jörg@Bücher.example", "jörg@xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("Jo\u0308rg@xn--bcher-kva.example", "Jo\u0308rg@xn--bcher-kva.example", "jörg@xn--bcher-kva.example", "xn--bcher-kva.example")]
    [InlineData("用户@例子.广告", "用户@例子.广告", "用户@xn--fsqu00a.xn--4rr70v", "xn--fsqu00a.xn--4rr70v")]
    [InlineData("\"anna\"@example.org", "\"anna\"@example.org", "anna@example.org", "example.org")]
    [InlineData("\"A \\b\"@example.org", "\"A \\b\"@example.org", "\"a b\"@example.org", "example.org")]
    [InlineData("\"a@b\"@example.org", "\"a@b\"@example.org", "\"a@b\"@example.org", "example.org")]
    public void Parse_Address_KeepsItAndMakesTheKey(string text, string value, string normalized, string domain)
    {
        var address = EmailAddress.Parse(text);

        address.Value.Should().Be(value);
        address.Normalized.Should().Be(normalized);
        address.Domain.Should().Be(domain);
        address.ToString().Should().Be(value);
    }

    [Theory]
    [InlineData("anna@example.org\r\nBcc: all@example.org")]
    [InlineData("anna@example.org\n")]
    [InlineData("anna\0@example.org")]
    [InlineData("anna@example.org, bruno@example.org")]
    [InlineData("Anna <anna@example.org>")]
    [InlineData("anna@[192.0.2.1]")]
    [InlineData("anna@192.0.2.1")]
    [InlineData("anna@ex ample.org")]
    [InlineData("anna@example..org")]
    [InlineData("anna@-example.org")]
    [InlineData("anna@exa_mple.org")]
    [InlineData("an na@example.org")]
    [InlineData("anna@\uFFFE.org")]
    [InlineData("anna@xn--\u00fc.org")]
    [InlineData("")]
    public void Parse_AnythingElse_IsRefused(string text)
    {
        EmailAddress.TryParse(text, out var address).Should().BeFalse();
        address.Should().BeNull();
        FluentActions.Invoking(() => EmailAddress.Parse(text)).Should().Throw<FormatException>();
    }

    [Fact]
    public void Parse_MoreOctetsThanMailCarries_IsRefused()
    {
        var domain = string.Concat(Enumerable.Repeat(new string('d', 49) + ".", 4)) + "org";

        EmailAddress.TryParse(new string('a', 64) + "@example.org", out _).Should().BeTrue();
        EmailAddress.TryParse(new string('a', 65) + "@example.org", out _).Should().BeFalse();
        EmailAddress.TryParse(new string('ä', 32) + "@example.org", out _).Should().BeTrue();
        EmailAddress.TryParse(new string('ä', 33) + "@example.org", out _).Should().BeFalse();
        EmailAddress.TryParse(new string('a', 254 - 204) + "@" + domain, out _).Should().BeTrue();
        EmailAddress.TryParse(new string('a', 255 - 204) + "@" + domain, out _).Should().BeFalse();
        EmailAddress.TryParse(new string('a', 1_000_000) + "@example.org", out _).Should().BeFalse();
    }

    [Fact]
    public void Parse_IllFormedText_IsRefused() => EmailAddress.TryParse("anna\uD800@example.org", out _).Should().BeFalse();

    [Fact]
    public void Equality_IsByTextAndTheMailboxByKey()
    {
        var first = EmailAddress.Parse("Anna@example.org");
        var second = EmailAddress.Parse("anna@EXAMPLE.org");

        first.Should().NotBe(second);
        first.IsSameMailboxAs(second).Should().BeTrue();
        first.IsSameMailboxAs(null).Should().BeFalse();
        first.CompareTo(second).Should().Be(0);
    }

    [Fact]
    public void Normalized_OfAnyAddress_IsAnAddressWithTheSameKey()
    {
        var local = Gen.Elements("anna", "b.c", "x+tag", "Ärger", "ИВАН", "\"q \\\" uoted\"", "\"plain\"", "o'neil", "{curly}", "İstanbul", "ﬁne");
        var domain = Gen.Elements("example.org", "BÜCHER.example", "xn--bcher-kva.example", "a.b.c.d", "straße.example", "ПОЧТА.рф", "io");
        var addresses = local.SelectMany(_ => domain, (l, d) => $"{l}@{d}").ToArbitrary();

        Prop.ForAll(addresses, text =>
        {
            var address = EmailAddress.Parse(text);
            return EmailAddress.Parse(address.Value) == address
                && EmailAddress.Parse(address.Normalized).Normalized == address.Normalized;
        }).QuickCheckThrowOnFailure();
    }
}

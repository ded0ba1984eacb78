using Crm.Domain.Access;
using Crm.Domain.Knowledge;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Crm.Domain.Tests.Knowledge.Use;

/// <summary>Readers and words as keyed hashes.</summary>
public class KnowledgeReadersTests
{
    private static readonly KnowledgeReaders s_readers = With(1);

    [Fact]
    public void Reader_IsTheSameByItsKind_AndKey()
    {
        var guest = s_readers.OfGuest("cookie")!.Value;
        (s_readers.Of(Actor.Guest, "cookie"), s_readers.OfGuest(" cookie ")).Should().Be((guest, guest));
        (s_readers.OfGuest("other") is { } other && other != guest).Should().BeTrue();
        s_readers.Of(Actor.Guest).Should().BeNull();
        s_readers.Of(Actor.Guest, " ").Should().BeNull();
        var agent = s_readers.Of(Actor.Agent("anna"))!.Value;
        (s_readers.Of(Actor.Agent("anna"), "cookie") == agent).Should().BeTrue();
        (s_readers.Of(Actor.PortalCustomer("anna", [])) is { } customer && customer != agent).Should().BeTrue();
        s_readers.OfWord("en", "chat").Should().NotBe(s_readers.OfWord("fr", "chat")).And.NotBe(Guid.Empty);
    }

    [Fact]
    public void Hash_WithAnotherSecret_IsAnother() => (With(2).OfGuest("cookie") == s_readers.OfGuest("cookie")).Should().BeFalse();

    [Fact]
    public void Hash_WithoutASecret_IsNone()
    {
        var none = new KnowledgeReaders(Options.Create(new CrmOptions()));
        none.HasSecret.Should().BeFalse();
        none.Invoking(r => r.OfGuest("cookie")).Should().Throw<InvalidOperationException>();
    }

    [Theory]
    [InlineData("two\nlines")]
    [InlineData("bell\u0007")]
    public void Key_ThatIsNoLine_IsRefused(string key) => s_readers.Invoking(r => r.OfGuest(key)).Should().Throw<ArgumentException>();

    private static KnowledgeReaders With(byte seed)
    {
        var options = new CrmOptions();
        options.KnowledgeReading.ReaderSecret = Convert.ToBase64String([.. Enumerable.Repeat(seed, 32)]);
        return new KnowledgeReaders(Options.Create(options));
    }
}

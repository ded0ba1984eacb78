using Crm.Domain.Automation;
using NodaTime;

namespace Crm.Domain.Tests.Automation;

/// <summary>Signatures of webhooks. The example is that of the test suite of the Standard Webhooks libraries.</summary>
[Trait("Check", "XC-06")]
public sealed class WebhookSignatureTests
{
    private const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private const string Id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private const string Body = """{"test": 2432232314}""";
    private const string Signature = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
    private static readonly Instant s_at = Instant.FromUnixTimeSeconds(1614265330);

    [Fact]
    public void Sign_PublishedExample_GivesThePublishedSignature() => WebhookSignature.Sign(Secret, Id, s_at, Body).Should().Be(Signature);

    [Fact]
    public void Verify_RightOneAmongSeveral_Holds() => Verify(signatures: $"v1,AAAA v1a,BBBB {Signature}").Should().BeTrue();

    [Fact]
    public void Verify_AnythingChanged_Fails()
    {
        Verify().Should().BeTrue();
        Verify(body: Body + " ").Should().BeFalse();
        Verify(id: Id + "x").Should().BeFalse();
        Verify(timestamp: "1614265331").Should().BeFalse();
        Verify(timestamp: "soon").Should().BeFalse();
        Verify(signatures: Signature[3..]).Should().BeFalse();
        Verify(signatures: "").Should().BeFalse();
        Verify(secret: WebhookSignature.NewSecret()).Should().BeFalse();
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(-300, true)]
    [InlineData(301, false)]
    [InlineData(-301, false)]
    public void Verify_OldOrFromTheFuture_Fails(int seconds, bool holds) => Verify(now: s_at + Duration.FromSeconds(seconds)).Should().Be(holds);

    [Fact]
    public void Secret_New_IsOneAndAnotherEachTime()
    {
        var secrets = Enumerable.Range(0, 50).Select(_ => WebhookSignature.NewSecret()).ToList();
        secrets.Should().OnlyHaveUniqueItems().And.OnlyContain(s => WebhookSignature.IsSecret(s));
        WebhookSignature.IsSecret("whsec_short").Should().BeFalse();
        WebhookSignature.IsSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").Should().BeFalse();
        WebhookSignature.IsSecret("whsec_not base 64!!!!!!!!!!!!!!!!!!!!!!!").Should().BeFalse();
    }

    private static bool Verify(string secret = Secret, string id = Id, string timestamp = "1614265330", string signatures = Signature, string body = Body, Instant? now = null) =>
        WebhookSignature.Verify(secret, id, timestamp, signatures, body, now ?? s_at);
}

using Crm.Domain.Marketing;
using Crm.Domain.Values;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace Crm.Domain.Tests.Marketing;

/// <summary>Sign-up forms as JSON, and the life of a sign-up.</summary>
public sealed class SignUpFormTests
{
    private const string Good = """
        {"language":"en","titles":{"en":"News"},"texts":{"en":"Monthly."},"fields":[{"key":"email","target":"email","texts":{"en":"E-mail"}},{"key":"note","target":"words","texts":{"en":"Note"}}],
         "consents":[{"purpose":"marketing","channel":"email","texts":{"en":"Yes"},"required":true}],"wording":"1","template":"confirm","confirmWithinHours":24,"createsBeforeConfirmation":true,"list":"a","journey":"b","campaign":"c"}
        """;

    private static readonly Instant s_now = Instant.FromUtc(2026, 11, 28, 12, 0);

    [Fact]
    public void Definition_WrittenAndRead_IsTheSame()
    {
        var definition = SignUpFormDefinition.Parse(Good).Value;
        SignUpFormDefinition.Parse(definition.ToJson()).Value.Should().BeEquivalentTo(definition);
        (definition.ConfirmWithinHours, definition.CreatesBeforeConfirmation, definition.List, definition.Consents[0].Key).Should().Be((24, true, "a", "marketing/email"));
    }

    [Theory]
    [InlineData("not json", "$")]
    [InlineData("""{"titles":{"en":"T"},"role":"admin"}""", "$.role")]
    [InlineData("""{"titles":{"en":"T"},"template":"t","fields":[]}""", "$.fields")]
    [InlineData("""{"titles":{"it":"T"},"template":"t","fields":[{"key":"e","target":"email","texts":{"en":"E"}}]}""", "$.titles")]
    [InlineData("""{"titles":{"en":"T"},"template":"t","fields":[{"key":"e","target":"email","texts":{"en":"E"}},{"key":"f","target":"email","texts":{"en":"E"}}]}""", "$.fields")]
    [InlineData("""{"titles":{"en":"T"},"template":"t","fields":[{"key":"e","target":"email","texts":{"en":"E"}},{"key":"f","target":"isErased","texts":{"en":"E"}}]}""", "$.fields[1].target")]
    [InlineData("""{"titles":{"en":"T"},"template":"t","fields":[{"key":"E","target":"email","texts":{"en":"E"}}]}""", "$.fields[0].key")]
    [InlineData("""{"titles":{"en":"T"},"fields":[{"key":"e","target":"email","texts":{"en":"E"}}]}""", "$.template")]
    [InlineData("""{"titles":{"en":"T"},"template":"t","confirmWithinHours":0,"fields":[{"key":"e","target":"email","texts":{"en":"E"}}]}""", "$.confirmWithinHours")]
    [InlineData("""{"titles":{"en":"T"},"template":"t","fields":[{"key":"e","target":"email","texts":{"en":"E"}}],"consents":[{"purpose":"Marketing!","channel":"email","texts":{"en":"Y"}}],"wording":"1"}""", "$.consents[0]")]
    [InlineData("""{"titles":{"en":"T"},"template":"t","fields":[{"key":"e","target":"email","texts":{"en":"E"}}],"consents":[{"purpose":"marketing","channel":"email","texts":{"en":"Y"}}]}""", "$.wording")]
    [InlineData("""{"titles":{"en":"T\nX-Header: y"},"template":"t","fields":[{"key":"e","target":"email","texts":{"en":"E"}}]}""", "$.titles.en")]
    public void Definition_Malformed_SaysWhere(string json, string place) =>
        SignUpFormDefinition.Parse(json).Errors.Should().Contain(e => e.Code == "SignUpFormMalformed" && e.Target == place);

    // Whatever is done in whatever order, a sign-up is confirmed at most once and in time, and keeps nothing once it is refused or expired.
    [Fact]
    public void SignUp_UnderAnyActs_KeepsItsPromises() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(Gen.Choose(0, 255).ArrayOf().ToArbitrary(), acts => Live(acts)));

    private static bool Live(int[] acts)
    {
        var form = new SignUpForm(SignUpFormId.New(s_now), "news", "News", SignUpFormDefinition.Parse(Good).Value, s_now);
        form.Open(s_now);
        var request = new SignUpRequest("x") { Answers = new Dictionary<string, string> { ["email"] = "ada@example.org" }, Agreed = ["marketing/email"] };
        var signUp = new SignUp(SignUpId.New(s_now), form, request, EmailAddress.Parse("ada@example.org"), "a", "s", s_now.InUtc().Date, s_now);
        var (now, confirmed) = (s_now, 0);
        foreach (var act in acts)
        {
            now += Duration.FromHours(act >> 4);
            var version = signUp.Version;
            var changed = true;
            switch (act % 6)
            {
                case 0 when signUp.CanAsk(): signUp.Ask("hash", null, now); break;
                case 1 when signUp.CanRefuse(): signUp.Refuse("Why", now); break;
                case 2 when signUp.CanConfirm(now):
                    now.Should().BeLessThan(signUp.ExpiresAt);
                    signUp.Confirm(null, now);
                    confirmed++;
                    break;
                case 3 when signUp.CanComplete(): signUp.Complete(Domain.Customers.CustomerId.New(now), true, null, null, now); break;
                case 4 when signUp.CanExpire(now): signUp.Expire(now); break;
                default: changed = false; break;
            }

            (signUp.Version - version).Should().Be(changed ? 1 : 0);
            (signUp.Email is null).Should().Be(signUp.Status is SignUpStatus.Expired or SignUpStatus.Refused);
            (signUp.DueAt is not null).Should().Be(signUp.Status is SignUpStatus.Submitted or SignUpStatus.Asked);
        }

        confirmed.Should().BeLessThanOrEqualTo(1);
        return true;
    }
}

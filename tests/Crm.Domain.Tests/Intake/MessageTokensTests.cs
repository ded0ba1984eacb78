using Crm.Domain.Access;
using Crm.Domain.Intake;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;
using Crm.Domain.Values;
using Crm.Testing;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Crm.Domain.Tests.Intake;

/// <summary>What we sign leads back to its case; nothing else does.</summary>
[Trait("Check", "IN-06")]
public class MessageTokensTests
{
    private static readonly string s_key = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
    private static readonly ServiceCaseId s_case = ServiceCaseId.New(Instant.FromUtc(2026, 6, 1, 8, 0));

    [Fact]
    public void Issued_IdsAndAddresses_LeadBack_InEitherCaseAndWithFormerKeys()
    {
        var tokens = Tokens(s_key);
        var (id, address) = (tokens.NewMessageId(s_case, "shop.example"), tokens.ReplyAddress(s_case, EmailAddress.Parse("help@shop.example")));
        foreach (var text in new[] { id, id.Trim('<', '>'), id.ToUpperInvariant(), address.Value, address.Value.ToUpperInvariant() })
        {
            tokens.Read(text).Should().Be(s_case);
            Tokens(Convert.ToBase64String(new byte[32]), s_key).Read(text).Should().Be(s_case);
            Tokens(Convert.ToBase64String(new byte[32])).Read(text).Should().BeNull();
            Tokens(s_key, tenant: "other").Read(text).Should().BeNull("what one tenant issued says nothing to another");
        }

        address.Value.IndexOf('@', StringComparison.Ordinal).Should().BeLessThanOrEqualTo(64, "RFC 5321 allows no more");
        Tokens(null).Read(id).Should().BeNull();
        FluentActions.Invoking(() => Tokens(null).NewMessageId(s_case, "shop.example")).Should().Throw<InvalidOperationException>();
        FluentActions.Invoking(() => tokens.NewMessageId(s_case, "no domain\r\nX: y")).Should().Throw<ArgumentException>();
    }

    [Fact]
    public void Issued_WithAnyLetterChanged_LeadsNowhere()
    {
        var tokens = Tokens(s_key);
        foreach (var text in new[] { tokens.NewMessageId(s_case, "shop.example"), tokens.ReplyAddress(s_case, EmailAddress.Parse("help@shop.example")).Value })
        {
            var (start, end) = (text.Contains('+', StringComparison.Ordinal) ? text.IndexOf('+', StringComparison.Ordinal) + 1 : 1, text.IndexOf('@', StringComparison.Ordinal));
            for (var i = start; i < end; i++)
            {
                foreach (var other in "az27.+")
                {
                    if (char.ToLowerInvariant(text[i]) != other)
                    {
                        tokens.Read(string.Concat(text.AsSpan(0, i), other.ToString(), text.AsSpan(i + 1))).Should().BeNull();
                    }
                }
            }
        }
    }

    [Fact]
    public void MessageIds_OfWhatWeSend_LeadBackToTheirCaseAndToNothingElse()
    {
        var (ids, message) = (new SignedMessageIds(Tokens(s_key)), OutboundMessageId.New(Instant.FromUtc(2026, 6, 1, 8, 0)));
        Tokens(s_key).Read(ids.Issue(message, s_case.ToSubject(), "shop.example")).Should().Be(s_case);
        ids.Issue(message, new SubjectReference(SubjectKinds.Order, s_case.Value), "shop.example").Should().Be($"<{message}@shop.example>");
        new SignedMessageIds(Tokens(null)).Issue(message, s_case.ToSubject(), "shop.example").Should().Be($"<{message}@shop.example>", "the host gave no key");
    }

    [Fact]
    public void AnyText_LeadsNowhere_AndThrowsNothing() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => Tokens(s_key).Read(text) is null && Tokens(s_key).Read($"a+{text}@b") is null && Tokens(s_key).Read($"<{text}.{text}@b>") is null)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(TestScale.Count(300, 3_000)));

    private static MessageTokens Tokens(string? key, string? former = null, string? tenant = null)
    {
        var options = new CrmOptions();
        options.Intake.TokenKey = key;
        if (former is not null)
        {
            options.Intake.FormerTokenKeys.Add(former);
        }

        var scope = new CrmScopeAccessor();
        scope.Set(new CrmScope(Actor.System("mail")) { TenantId = tenant });
        return new MessageTokens(Options.Create(options), scope);
    }
}

using Crm.Domain.Customers;
using Crm.Domain.Marketing;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Architecture.Tests.Acts;

/// <summary>Set-ups of sign-up forms.</summary>
internal static class SignUpSetups
{
    private static readonly Instant s_now = SampleArguments.Now;

    private static readonly SignUpFormDefinition s_definition = SignUpFormDefinition.Parse(
        """{"titles":{"en":"News"},"fields":[{"key":"email","target":"email","texts":{"en":"E-mail"}}],"template":"confirm"}""").Value;

    public static IReadOnlyList<AggregateSetup> All { get; } =
    [
        AggregateSetup.Of(() => new SignUpForm(SignUpFormId.New(s_now), "news", "News", s_definition, s_now))
            .Before<SignUpForm>(nameof(SignUpForm.Rewrite), _ => [s_definition with { ConfirmWithinHours = 24 }, s_now])
            .Before<SignUpForm>(nameof(SignUpForm.CanClose), f => f.Open(s_now))
            .Before<SignUpForm>(nameof(SignUpForm.Close), f => f.Open(s_now))
            .Before<SignUpForm>(nameof(SignUpForm.CanTake), f => f.Open(s_now)),
        AggregateSetup.Of(Submitted)
            .Before<SignUp>(nameof(SignUp.CanConfirm), s => s.Ask("hash", null, s_now))
            .Before<SignUp>(nameof(SignUp.Confirm), s => s.Ask("hash", null, s_now))
            .Before<SignUp>(nameof(SignUp.CanComplete), s => Confirm(s))
            .Before<SignUp>(nameof(SignUp.Complete), s =>
            {
                Confirm(s);
                return [CustomerId.New(s_now), true, "spring", null, s_now];
            })
            .Before<SignUp>(nameof(SignUp.CanExpire), _ => [s_now + Duration.FromHours(48)])
            .Before<SignUp>(nameof(SignUp.Expire), _ => [s_now + Duration.FromHours(48)]),
    ];

    private static SignUp Submitted()
    {
        var form = new SignUpForm(SignUpFormId.New(s_now), "news", "News", s_definition, s_now);
        form.Open(s_now);
        var request = new SignUpRequest("192.0.2.1") { Answers = new Dictionary<string, string> { ["email"] = "ada@example.org" } };
        return new SignUp(SignUpId.New(s_now), form, request, EmailAddress.Parse("ada@example.org"), "address", "sender", s_now.InUtc().Date, s_now);
    }

    private static void Confirm(SignUp signUp)
    {
        signUp.Ask("hash", null, s_now);
        signUp.Confirm("192.0.2.1", s_now);
    }
}

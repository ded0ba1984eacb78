using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;
using Crm.Domain.Values;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Samples.Tests.Docs;

/// <summary>Pieces of docs/guides/sign-up-forms-and-preferences.md.</summary>
internal static class SignUpGuide
{
    // docs: sign-up-options
    public static void Settle(CrmOptions options, string tokenKey)
    {
        options.Marketing.TokenKey = tokenKey;
        options.Marketing.SignUpsPerSender = 10;            // within an hour
        options.Marketing.ConfirmationsPerAddress = 2;      // within a day
        options.Marketing.UnsubscribeUrl = "https://shop.example/unsubscribe/{token}";
        options.Marketing.FrequencyCaps[Channels.Email] = new FrequencyCap { PerWeek = 3 };
    }
    // docs: end

    // docs: sign-up-form
    /// <summary>The message that asks to confirm, and a form for a newsletter. The caller saves, and opens it.</summary>
    public static async Task<CrmResult<SignUpForm>> CreateAsync(SignUpForms forms, MessageTemplates templates, ICrmUnitOfWork unitOfWork)
    {
        var english = LanguageTag.Parse("en");
        var written = await templates.WriteAsync(
            new MessageTemplateDetails("please-confirm", Channels.Email, Purposes.Transactional.Value),
            new MessageTemplateContent(english, "Please confirm: https://shop.example/confirm/{{signUp.token}}") { Subject = "{{signUp.title}}" });
        written.WithoutValue().ThrowIfFailed();
        (await unitOfWork.SaveAsync()).ThrowIfFailed();

        static IReadOnlyDictionary<string, string> Text(string text) => new Dictionary<string, string> { ["en"] = text };
        var definition = new SignUpFormDefinition(
            english, Text("Our newsletter"), [new SignUpField("email", SignUpField.Email, Text("E-mail")), new SignUpField("name", SignUpField.GivenName, Text("First name"))], "please-confirm")
        {
            Consents = [new SignUpConsent(Purposes.Marketing, Channels.Email, Text("Yes, send me news once a month.")) { IsRequired = true }],
            Wording = "newsletter-2026-11",
            List = "readers",
        };
        return await forms.CreateAsync("newsletter", "Newsletter", definition);
    }
    // docs: end

    // docs: sign-up-submit
    /// <summary>What the page of the form does. Nobody is signed in; the caller saves, and says the same whoever it was.</summary>
    public static async Task<CrmResult<SignUpReceipt>> SubmitAsync(SignUps signUps, string remoteAddress, string email, string name, string? trap) =>
        await signUps.SubmitAsync("newsletter", new SignUpRequest(remoteAddress)
        {
            Answers = new Dictionary<string, string> { ["email"] = email, ["name"] = name }, Agreed = ["marketing/email"], Trap = trap,
        });

    /// <summary>What the page behind the link does.</summary>
    public static async Task<CrmResult<SignUpId>> ConfirmAsync(SignUps signUps, string token, string remoteAddress) => await signUps.ConfirmAsync(token, remoteAddress);
    // docs: end

    // docs: preference-centre
    /// <summary>What a page behind the link of any message does. The caller saves.</summary>
    public static async Task<string> ChooseAsync(PreferenceCentre centre, string token)
    {
        var me = PreferenceAccess.ByLink(token);
        (await centre.GrantAsync(me, Purposes.Profiling, Channels.Email, "preferences-2026-11")).WithoutValue().ThrowIfFailed();
        (await centre.LimitAsync(me, Channels.Email, new FrequencyCap { PerWeek = 1 })).WithoutValue().ThrowIfFailed();
        (await centre.SpeakAsync(me, LanguageTag.Parse("it"))).WithoutValue().ThrowIfFailed();
        var view = (await centre.ReadAsync(me)).Value;
        return string.Join(", ", view.Consents.Where(c => c.Standing == ConsentStanding.Granted).Select(c => $"{c.Purpose}/{c.Channel}"));
    }

    /// <summary>What the page of <c>UnsubscribeUrl</c> does with the request of a mail program, and what a button "stop everything" does.</summary>
    public static async Task StopAsync(PreferenceCentre centre, string oneClickToken, string linkToken)
    {
        (await centre.UnsubscribeAsync(oneClickToken)).WithoutValue().ThrowIfFailed();
        (await centre.StopAllAsync(PreferenceAccess.ByLink(linkToken))).WithoutValue().ThrowIfFailed();
    }
    // docs: end
}

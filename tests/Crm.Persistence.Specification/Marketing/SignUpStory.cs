using Crm.Domain.Access;
using Crm.Domain.CustomFields;
using Crm.Domain.Interactions;
using Crm.Domain.Marketing;
using Crm.Domain.Primitives;
using Crm.Domain.Values;
using Crm.Persistence.Specification.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Persistence.Specification.Marketing;

/// <summary>A shop with a form for its newsletter.</summary>
internal static class SignUpStory
{
    public const string Form = "newsletter";

    public const string Json = """
        {"titles":{"en":"Our newsletter","it":"La nostra newsletter"},"texts":{"en":"Once a month."},
         "fields":[{"key":"email","target":"email","texts":{"en":"E-mail","it":"Posta"}},{"key":"first","target":"givenName","texts":{"en":"First name"},"required":true},
                   {"key":"last","target":"familyName","texts":{"en":"Last name"}},{"key":"phone","target":"phone","texts":{"en":"Phone"}},
                   {"key":"tea","target":"custom:tea","texts":{"en":"Favourite tea"}},{"key":"note","target":"words","texts":{"en":"Anything else?"}}],
         "consents":[{"purpose":"marketing","channel":"email","texts":{"en":"Yes, send me news."},"required":true},{"purpose":"profiling","channel":"email","texts":{"en":"Yes, measure what I read."}}],
         "wording":"2026-11","template":"confirm","list":"guests","journey":"welcome"}
        """;

    public static async Task<(CrmTestHost<SpecificationContext> Host, ConfirmationSender Sender)> OpenAsync(
        Func<Action<HostSetup>, Task<CrmTestHost<SpecificationContext>>> host, Func<SignUpFormDefinition, SignUpFormDefinition>? change = null, Action<MarketingOptions>? settle = null)
    {
        var sender = new ConfirmationSender();
        var opened = await host(s =>
        {
            s.Services = services => services.AddSingleton<IMessageSender>(sender);
            s.Crm = o =>
            {
                o.Marketing.TokenKey = Convert.ToBase64String(new byte[32]);
                o.SuppressionKey = Convert.ToBase64String(new byte[32]);
                settle?.Invoke(o.Marketing);
            };
        });
        await using (var work = opened.Work())
        {
            (await work.Catalog.DefineAsync(SubjectKinds.Customer, "tea", FieldType.Choice, new CustomFieldDetails { Choices = [new("green"), new("black")] })).WithoutValue().ThrowIfFailed();
            var content = new MessageTemplateContent(LanguageTag.Parse("en"), "https://shop.example/c/{{signUp.token}}") { Subject = "{{signUp.title}}", Html = "<a href=\"https://shop.example/c/{{signUp.token}}\">{{signUp.title}}</a>" };
            (await work.Get<MessageTemplates>().WriteAsync(new MessageTemplateDetails("confirm", Channels.Email, "transactional"), content)).WithoutValue().ThrowIfFailed();
            await work.SaveAsync();
        }

        await opened.CreateAsync("guests", null);
        await opened.PublishAsync("welcome", """{"entry":{"by":"hand"},"steps":[{"key":"tag","do":"addTag","tag":"newsletter"}]}""");
        await using var staff = opened.Work();
        var definition = SignUpFormDefinition.Parse(Json).Value;
        (await staff.Get<SignUpForms>().CreateAsync(Form, "Newsletter", change?.Invoke(definition) ?? definition)).WithoutValue().ThrowIfFailed();
        await staff.SaveAsync();
        (await staff.Get<SignUpForms>().OpenAsync(Form)).WithoutValue().ThrowIfFailed();
        await staff.SaveAsync();
        return (opened, sender);
    }

    public static SignUpRequest Request(string email = "Anna@Example.com", string sender = "192.0.2.1") => new(sender)
    {
        Answers = new Dictionary<string, string> { ["email"] = email, ["first"] = "Anna", ["last"] = "Rossi", ["phone"] = "+39 02 1234 5678", ["tea"] = "green", ["note"] = "<b>Hello</b>" },
        Agreed = ["marketing/email"], Language = LanguageTag.Parse("it"),
    };

    /// <summary>A guest sends the form, and everything that follows is done.</summary>
    public static async Task<CrmResult<SignUpReceipt>> SubmitAsync(this CrmTestHost<SpecificationContext> host, SignUpRequest request)
    {
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        var submitted = await guest.Get<SignUps>().SubmitAsync(Form, request);
        if (submitted.Succeeded)
        {
            await guest.SaveAsync();
            await host.SettleAsync();
        }

        return submitted;
    }

    public static async Task<CrmResult<SignUpId>> ConfirmAsync(this CrmTestHost<SpecificationContext> host, string token)
    {
        await using var guest = host.Work(new CrmScope(Actor.Guest));
        var confirmed = await guest.Get<SignUps>().ConfirmAsync(token, "198.51.100.7");
        if (confirmed.Succeeded)
        {
            await guest.SaveAsync();
            await host.SettleAsync();
        }

        return confirmed;
    }

    public static async Task<IReadOnlyList<SignUpSummary>> SignUpsAsync(this CrmTestHost<SpecificationContext> host)
    {
        await using var work = host.Work();
        return (await work.Get<SignUpForms>().SignUpsAsync(Form)).Value.Items;
    }
}

/// <summary>Takes every message but those that are to fail, and knows the token of the link in it.</summary>
internal sealed class ConfirmationSender : IMessageSender
{
    public List<MessageToSend> Sent { get; } = [];

    public Queue<SendOutcome> Failures { get; } = [];

    public ChannelKey Channel => Channels.Email;

    public string LastToken => Sent[^1].Text.Split('/')[^1];

    public Task<SendOutcome> SendAsync(MessageToSend message, CancellationToken cancellationToken)
    {
        Sent.Add(message);
        return Task.FromResult(Failures.TryDequeue(out var failure) ? failure : SendOutcome.Sent());
    }
}

using System.Text.Json;
using Crm.Domain.Interactions;
using Crm.Testing;

namespace Crm.Domain.Tests.Interactions.Mail;

public class AutomaticMessagesTests
{
    [SkippableFact]
    [Trait("Check", "IN-07")]
    public void Judge_HeadersOfTheTestData_GiveEveryOutcome()
    {
        var file = TestData.Require("interactions/email/auto-response-headers.json");
        var rows = JsonDocument.Parse(File.ReadAllText(file)).RootElement.EnumerateArray().ToList();

        rows.Should().HaveCount(7);
        foreach (var row in rows)
        {
            var mail = Mail([.. row.GetProperty("headers").EnumerateObject().Select(header => (header.Name, header.Value.GetString()!))]);
            var nature = AutomaticMessages.Judge(mail, new TrustedMailHeaders());
            (nature.IsAutomatic, nature.MayAutoReply).Should().Be(
                (row.GetProperty("is_auto_response").GetBoolean(), row.GetProperty("send_auto_response").GetBoolean()), row.GetProperty("case").GetString());
        }
    }

    [Theory]
    [Trait("Check", "IN-07")]
    [InlineData("Auto-Submitted", "auto-replied (vacation)", MessageOrigin.AutoReply)]
    [InlineData("AUTO-SUBMITTED", "auto-generated; owner-email=\"ada@example.org\"", MessageOrigin.Notification)]
    [InlineData("Auto-Submitted", "auto-notified", MessageOrigin.Notification)]
    [InlineData("Precedence", "Bulk", MessageOrigin.Bulk)]
    [InlineData("Precedence", "junk", MessageOrigin.Bulk)]
    [InlineData("Precedence", "auto_reply", MessageOrigin.AutoReply)]
    [InlineData("X-Autoreply", "yes", MessageOrigin.AutoReply)]
    [InlineData("X-Autorespond", "Re: your order", MessageOrigin.AutoReply)]
    [InlineData("X-Loop", "owner@example.org", MessageOrigin.AutoReply)]
    [InlineData("X-POST-MessageClass", "9; Autoresponder", MessageOrigin.AutoReply)]
    [InlineData("Delivered-To", "Autoresponder", MessageOrigin.AutoReply)]
    [InlineData("List-Id", "Readers <readers.example.org>", MessageOrigin.MailingList)]
    [InlineData("List-Unsubscribe", "<https://example.org/u/1>", MessageOrigin.Bulk)]
    [InlineData("Return-Path", " < > ", MessageOrigin.AutoReply)]
    [InlineData("X-Failed-Recipients", "gone@example.org", MessageOrigin.Bounce)]
    public void Judge_HeaderOfAProgram_IsAutomaticAndGetsNoAutoReply(string name, string value, MessageOrigin origin)
    {
        var nature = AutomaticMessages.Judge(Mail([(name, value)]));

        (nature.Origin, nature.IsAutomatic, nature.MayAutoReply).Should().Be((origin, true, false));
        nature.Because.Should().StartWithEquivalentOf(name);
    }

    [Theory]
    [InlineData("Auto-Submitted", "no")]
    [InlineData("Precedence", "first-class")]
    [InlineData("X-Loop", "no")]
    [InlineData("Return-Path", "<ada@example.org>")]
    [InlineData("X-Auto-Response-Suppress", "DR, RN")]
    [InlineData("Feedback-ID", "1:shop:mailer")]
    [InlineData("x-tts-send-auto-response", "false")]
    [InlineData("x-tts-is-auto-response", "true")]
    public void Judge_HeaderThatPeoplesMailHas_IsAPerson(string name, string value) =>
        AutomaticMessages.Judge(Mail([(name, value)])).Should().Be(new MessageNature(MessageOrigin.Person, IsAutomatic: false, MayAutoReply: true));

    [Theory]
    [InlineData("All")]
    [InlineData("DR, OOF")]
    [InlineData("autoreply")]
    public void Judge_SuppressHeader_OnlyForbidsTheAutoReply(string value)
    {
        var nature = AutomaticMessages.Judge(Mail([("X-Auto-Response-Suppress", value)]));

        (nature.Origin, nature.IsAutomatic, nature.MayAutoReply).Should().Be((MessageOrigin.Person, false, false));
    }

    [Fact]
    public void Judge_RepeatedHeader_CountsEveryValue() =>
        AutomaticMessages.Judge(Mail([("Precedence", "first-class"), ("precedence", "list")])).Origin.Should().Be(MessageOrigin.MailingList);

    [Theory]
    [InlineData("MAILER-DAEMON@mx.example.org", MessageOrigin.Bounce, true)]
    [InlineData("Mail Delivery System <Mailer-Daemon@example.org>", MessageOrigin.Bounce, true)]
    [InlineData("no-reply@example.org", MessageOrigin.Notification, true)]
    [InlineData("Shop <do_not_reply@example.org>", MessageOrigin.Notification, true)]
    [InlineData("shop-noreply@example.org", MessageOrigin.Notification, true)]
    [InlineData("ne-pas-repondre@example.org", MessageOrigin.Notification, true)]
    [InlineData("postmaster@example.org", MessageOrigin.Person, false)]
    [InlineData("owner-readers@example.org", MessageOrigin.Person, false)]
    [InlineData("readers-request@example.org", MessageOrigin.Person, false)]
    public void Judge_Sender_TellsMailSystemsAndNoReplyAddresses(string from, MessageOrigin origin, bool isAutomatic)
    {
        var nature = AutomaticMessages.Judge(Mail([]) with { From = from });

        (nature.Origin, nature.IsAutomatic, nature.MayAutoReply).Should().Be((origin, isAutomatic, false));
    }

    [Fact]
    public void Judge_ContactFormWithTheCustomersReplyAddress_IsThePerson()
    {
        var mail = Mail([("Reply-To", "Ada <ada@example.org>")]) with { From = "noreply@shop.example" };

        AutomaticMessages.Judge(mail).IsAutomatic.Should().BeFalse();
    }

    [Theory]
    [InlineData("Automatic reply: your order")]
    [InlineData("Automatische Antwort: Ihre Bestellung")]
    [InlineData("Réponse automatique : votre commande")]
    [InlineData("Risposta automatica: ordine")]
    [InlineData("Respuesta automática: pedido")]
    [InlineData("Resposta automática: encomenda")]
    [InlineData("Răspuns automat: comanda")]
    [InlineData("Autosvar: beställning")]
    [InlineData("Automatisch antwoord: bestelling")]
    [InlineData("Automatisk svar: ordre")]
    [InlineData("Automaattinen vastaus: tilaus")]
    [InlineData("Odpowiedź automatyczna: zamówienie")]
    [InlineData("Automatická odpověď: objednávka")]
    [InlineData("Автоматический ответ: заказ")]
    [InlineData("自動応答: 注文")]
    [InlineData("自动答复：订单")]
    public void Judge_SubjectThatResponderWrites_IsAutomatic(string subject)
    {
        AutomaticMessages.Judge(Mail([]) with { Subject = subject }).Should().Match<MessageNature>(nature =>
            nature.Origin == MessageOrigin.AutoReply && nature.IsAutomatic && !nature.MayAutoReply);
        AutomaticMessages.Judge(Mail([]) with { Subject = $"Re: {subject}" }).IsAutomatic.Should().BeFalse("a person answers the responder");
        AutomaticMessages.Judge(Mail([("Auto-Submitted", "no")]) with { Subject = subject }).IsAutomatic.Should().BeFalse("the sender says otherwise");
    }

    [Fact]
    public void Judge_SubjectOfAnAbsence_IsAWeakSign()
    {
        var mail = Mail([]) with { Subject = "Abwesenheit bis Montag" };

        AutomaticMessages.Judge(mail).Should().Match<MessageNature>(nature => !nature.IsAutomatic && !nature.MayAutoReply);
        AutomaticMessages.Judge(mail with { Headers = new MailHeaders([new("X-Auto-Response-Suppress", "All")]) }).IsAutomatic.Should().BeTrue();
    }

    [Fact]
    public void Judge_HostileHeaderValue_IsShownShortAndOnOneLine()
    {
        var because = AutomaticMessages.Judge(Mail([("List-Id", "a\u0000b\r\n Bcc: c" + new string('x', 5_000))])).Because!;

        because.Should().NotContainAny("\r", "\n", "\0");
        because.Length.Should().BeLessThan(120);
    }

    [Fact]
    public void Judge_TrustedHeaders_HaveTheNamesTheHostGives()
    {
        var mail = Mail([("X-Gate-Auto", "true")]);

        AutomaticMessages.Judge(mail, new TrustedMailHeaders { IsAutomatic = "x-gate-auto" }).IsAutomatic.Should().BeTrue();
        AutomaticMessages.Judge(mail, new TrustedMailHeaders()).IsAutomatic.Should().BeFalse();
    }

    private static ReceivedMail Mail((string Name, string Value)[] headers) =>
        new(new MailHeaders(headers.Select(header => KeyValuePair.Create(header.Name, header.Value))));
}

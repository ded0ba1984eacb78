using Crm.Domain.Interactions;

namespace Crm.Domain.Tests.Interactions.Mail;

public class DeliveryReportTests
{
    // The form of the example in RFC 3464, appendix E.1, with other names.
    private const string Failed = """
        Reporting-MTA: dns; mx.shop.example
        Arrival-Date: Thu, 12 Nov 2026 10:00:00 +0000

        Final-Recipient: rfc822; <gone@example.org>
        Action: failed
        Status: 5.1.1 (bad destination mailbox address)
        Diagnostic-Code: smtp; 550 5.1.1
          No such user here

        Original-Recipient: rfc822;full@example.org
        Final-Recipient: RFC822;full@example.org
        Action: Failed
        Status: 4.2.2

        Final-Recipient: rfc822;slow@example.org
        Action: delayed
        Status: 4.4.7
        """;

    [Fact]
    [Trait("Check", "IN-07")]
    public void Judge_DeliveryStatus_GivesEachRecipientsOutcome()
    {
        var nature = AutomaticMessages.Judge(Report("delivery-status", new("message/delivery-status", Failed), new("text/rfc822-headers; charset=utf-8", "Subject: Hi\r\nMessage-ID:\r\n <1@shop.example>\r\n")));

        (nature.Origin, nature.IsAutomatic, nature.MayAutoReply).Should().Be((MessageOrigin.Bounce, true, false));
        nature.Delivery!.Recipients.Should().Equal(
            new RecipientOutcome("gone@example.org", "failed", "5.1.1", "550 5.1.1 No such user here"),
            new RecipientOutcome("full@example.org", "failed", "4.2.2", null),
            new RecipientOutcome("slow@example.org", "delayed", "4.4.7", null));
        nature.Delivery.Recipients.Select(recipient => recipient.IsPermanentFailure).Should().Equal(true, false, false);
        (nature.Delivery.HasPermanentFailure, nature.Delivery.OriginalMessageId).Should().Be((true, "<1@shop.example>"));
    }

    [Theory]
    [InlineData("delayed", MessageOrigin.DeliveryNotice)]
    [InlineData("delivered", MessageOrigin.DeliveryNotice)]
    [InlineData("relayed", MessageOrigin.DeliveryNotice)]
    [InlineData("failed", MessageOrigin.Bounce)]
    public void Judge_Action_TellsBouncesFromNotices(string action, MessageOrigin origin) =>
        AutomaticMessages.Judge(Report("delivery-status", new MailPart("Message/Delivery-Status", $"Reporting-MTA: dns; a\r\n\r\nFinal-Recipient: rfc822;a@example.org\r\nAction: {action}\r\n")))
            .Origin.Should().Be(origin);

    [Fact]
    public void Judge_ReceiptsAndComplaints_AreTheirOwnKinds()
    {
        AutomaticMessages.Judge(Report("disposition-notification", new MailPart("message/disposition-notification", null))).Origin.Should().Be(MessageOrigin.ReadReceipt);
        AutomaticMessages.Judge(Report("feedback-report", new MailPart("message/feedback-report", null))).Origin.Should().Be(MessageOrigin.Complaint);
        AutomaticMessages.Judge(Report("delivery-status")).Should().Match<MessageNature>(nature => nature.Origin == MessageOrigin.Bounce && nature.Delivery == null);
    }

    [Fact]
    public void Judge_PersonForwardingAReport_IsAPerson()
    {
        var mail = new ReceivedMail(new MailHeaders([new("Content-Type", "multipart/mixed; boundary=x")])) { Parts = [new("message/delivery-status", Failed)] };

        AutomaticMessages.Judge(mail).Should().Match<MessageNature>(nature => nature.Origin == MessageOrigin.Person && nature.Delivery == null);
    }

    [Fact]
    public void Judge_ReportOfAMillionLines_ReadsTheFirstThousandRecipients()
    {
        var text = string.Concat(Enumerable.Repeat("Final-Recipient: rfc822;a@example.org\nAction: failed\n\n", 50_000));

        AutomaticMessages.Judge(Report("delivery-status", new MailPart("message/delivery-status", text))).Delivery!.Recipients.Should().HaveCount(1_000);
    }

    [Fact]
    public void Judge_FailedRecipientsHeader_GivesTheRecipients() =>
        AutomaticMessages.Judge(new ReceivedMail(new MailHeaders([new("X-Failed-Recipients", "a@example.org,\r\n b@example.org")])))
            .Delivery!.Recipients.Select(recipient => recipient.Address).Should().Equal("a@example.org", "b@example.org");

    private static ReceivedMail Report(string kind, params MailPart[] parts) =>
        new(new MailHeaders([new("Content-Type", $"multipart/report; report-type={kind}; boundary=\"x\""), new("Auto-Submitted", "auto-replied")])) { Parts = parts };
}

namespace Crm.Domain.Interactions;

/// <summary>What made a message.</summary>
public enum MessageOrigin
{
    /// <summary>A person wrote it, as far as one can see.</summary>
    Person,

    /// <summary>A responder answered for a person: out of office, vacation, receipt confirmed.</summary>
    AutoReply,

    /// <summary>A program sent it by itself: an alert, an order confirmation, a no-reply sender.</summary>
    Notification,

    /// <summary>It went to many recipients at once.</summary>
    Bulk,

    /// <summary>A mailing list passed it on.</summary>
    MailingList,

    /// <summary>A mail system says that a message could not be delivered.</summary>
    Bounce,

    /// <summary>A mail system says that a message is delayed, or that it was delivered.</summary>
    DeliveryNotice,

    /// <summary>The recipient's mail program says that a message was displayed or deleted (RFC 8098).</summary>
    ReadReceipt,

    /// <summary>A mailbox provider passes on that the recipient called a message spam (RFC 5965).</summary>
    Complaint,
}

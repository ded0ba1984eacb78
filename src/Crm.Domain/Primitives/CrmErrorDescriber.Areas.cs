using System.Globalization;

namespace Crm.Domain.Primitives;

public partial class CrmErrorDescriber
{
    /// <summary>There is no such customer.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CustomerNotFound(string key) => Error(nameof(CustomerNotFound), "There is no customer {0}.", "customer", key);

    /// <summary>A customer has neither a person's nor an organisation's name.</summary>
    /// <returns>The error.</returns>
    public virtual CrmError CustomerNameMissing() => Error(nameof(CustomerNameMissing), "A customer needs a person's or an organisation's name.", "name");

    /// <summary>The act is for persons, and this is an organisation.</summary>
    /// <param name="key">The customer.</param>
    /// <returns>The error.</returns>
    public virtual CrmError NotAPerson(string key) => Error(nameof(NotAPerson), "Customer {0} is not a person.", "customer", key);

    /// <summary>The customer has this contact point already.</summary>
    /// <param name="value">The contact point.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ContactPointAlreadyPresent(string value) =>
        Error(nameof(ContactPointAlreadyPresent), "The customer has {0} already.", "contactPoint", value);

    /// <summary>The customer has no such contact point.</summary>
    /// <param name="key">The contact point.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ContactPointNotFound(string key) => Error(nameof(ContactPointNotFound), "The customer has no contact point {0}.", "contactPoint", key);

    /// <summary>The customer has this identity in the other system already.</summary>
    /// <param name="reference">The identity.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ReferenceAlreadyPresent(string reference) =>
        Error(nameof(ReferenceAlreadyPresent), "The customer is known as {0} already.", "reference", reference);

    /// <summary>The customer does not have this identity in the other system.</summary>
    /// <param name="reference">The identity.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ReferenceNotFound(string reference) => Error(nameof(ReferenceNotFound), "The customer is not known as {0}.", "reference", reference);

    /// <summary>No such channel is registered.</summary>
    /// <param name="channel">The channel.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ChannelUnknown(string channel) => Error(nameof(ChannelUnknown), "No channel {0} is registered.", "channel", channel);

    /// <summary>There is no such interaction.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError InteractionNotFound(string key) => Error(nameof(InteractionNotFound), "There is no interaction {0}.", "interaction", key);

    /// <summary>The interaction is linked to this record already.</summary>
    /// <param name="subject">The record.</param>
    /// <returns>The error.</returns>
    public virtual CrmError InteractionAlreadyLinked(string subject) =>
        Error(nameof(InteractionAlreadyLinked), "The interaction is linked to {0} already.", "subject", subject);

    /// <summary>There is no such case.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseNotFound(string key) => Error(nameof(CaseNotFound), "There is no case {0}.", "case", key);

    /// <summary>The case is closed.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseClosed(string number) => Error(nameof(CaseClosed), "Case {0} is closed. Reopen it first.", "case", number);

    /// <summary>The case can only be reopened when it is resolved or closed.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="status">Name of its status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseNotResolved(string number, string status) =>
        Error(nameof(CaseNotResolved), "Case {0} is neither resolved nor closed, but: {1}.", "case", number, status);

    /// <summary>The case's status does not allow this.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="from">Name of its status.</param>
    /// <param name="to">Name of the wanted status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError CaseTransitionNotAllowed(string number, string from, string to) =>
        Error(nameof(CaseTransitionNotAllowed), "Case {0} cannot go from {1} to {2}.", "case", number, from, to);

    /// <summary>There is no such knowledge item.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeItemNotFound(string key) => Error(nameof(KnowledgeItemNotFound), "There is no knowledge item {0}.", "knowledgeItem", key);

    /// <summary>The knowledge item is archived.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeItemArchived(string key) =>
        Error(nameof(KnowledgeItemArchived), "Knowledge item {0} is archived and no longer changes.", "knowledgeItem", key);

    /// <summary>The knowledge item has no body.</summary>
    /// <param name="key">The item.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeItemEmpty(string key) =>
        Error(nameof(KnowledgeItemEmpty), "Knowledge item {0} has no body and cannot be published.", "knowledgeItem", key);

    /// <summary>The knowledge item's status does not allow this.</summary>
    /// <param name="from">Name of its status.</param>
    /// <param name="to">Name of the wanted status.</param>
    /// <returns>The error.</returns>
    public virtual CrmError KnowledgeTransitionNotAllowed(string from, string to) =>
        Error(nameof(KnowledgeTransitionNotAllowed), "The knowledge item cannot go from {0} to {1}.", "knowledgeItem", from, to);

    /// <summary>There is no such order.</summary>
    /// <param name="key">What was looked for.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OrderNotFound(string key) => Error(nameof(OrderNotFound), "There is no order {0}.", "order", key);

    /// <summary>The order's status does not allow this.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="from">Name of its status.</param>
    /// <param name="to">Name of what was wanted.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OrderTransitionNotAllowed(string number, string from, string to) =>
        Error(nameof(OrderTransitionNotAllowed), "Order {0} cannot go from {1} to {2}.", "order", number, from, to);

    /// <summary>The order has no such line.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="line">The line.</param>
    /// <returns>The error.</returns>
    public virtual CrmError OrderLineNotFound(string number, int line) =>
        Error(nameof(OrderLineNotFound), "Order {0} has no line {1}.", "line", number, line);

    /// <summary>More would come back than was ordered.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="line">The line.</param>
    /// <param name="left">How much can still come back.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ReturnExceedsOrder(string number, int line, decimal left) =>
        Error(nameof(ReturnExceedsOrder), "Of line {1} of order {0}, more than zero and at most {2} can come back.", "quantity", number, line, left.ToString("0.####", CultureInfo.CurrentCulture));

    /// <summary>The catalogue has no such product.</summary>
    /// <param name="sku">The stock-keeping unit.</param>
    /// <returns>The error.</returns>
    public virtual CrmError ProductUnknown(string sku) => Error(nameof(ProductUnknown), "The catalogue has no product {0}.", "sku", sku);
}

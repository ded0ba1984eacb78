namespace Crm.Domain.Customers;

internal sealed class SenderBook(ISenderStore senders, ICustomerImportStore customers) : ISenderBook
{
    public ISenderBatch Begin() => new SenderBatch(senders, customers);
}

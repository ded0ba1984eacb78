namespace Crm.Domain.Interactions;

internal sealed class ContactBook(IContactBatchStore store) : IContactBook
{
    public IContactBatch Begin() => new ContactBatch(store);
}

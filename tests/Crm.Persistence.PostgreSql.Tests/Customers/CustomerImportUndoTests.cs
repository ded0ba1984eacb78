using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class CustomerImportUndoTests(PostgreSqlFixture fixture) : CustomerImportUndoSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;

using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class CustomerExportTests(PostgreSqlFixture fixture) : CustomerExportSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;

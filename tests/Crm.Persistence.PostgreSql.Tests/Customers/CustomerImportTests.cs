using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class CustomerImportTests(PostgreSqlFixture fixture) : CustomerImportSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;

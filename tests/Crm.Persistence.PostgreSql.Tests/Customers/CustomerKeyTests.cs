using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class CustomerKeyTests(PostgreSqlFixture fixture) : CustomerKeySpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;

using Crm.Persistence.Specification.Customers;

namespace Crm.Persistence.PostgreSql.Tests.Customers;

public sealed class CustomerSearchTests(PostgreSqlFixture fixture) : CustomerSearchSpecification<PostgreSqlFixture>(fixture), IClassFixture<PostgreSqlFixture>;
